# SPDX-FileCopyrightText: The Rankle authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The program as somebody has it who cannot see it: another process, read through AT-SPI and moved by keys.

To be run under tests/with-display --accessible."""

import glob
import os
import re
import subprocess
import time
import traceback

# What is fatal to the program under test is none of ours: the registry warns of what it has not yet.
os.environ.pop("G_DEBUG", None)

import gi  # noqa: E402

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

# What is waited for comes long before, however busy the machine is: this only ends what hangs, and tells of it.
PATIENCE = 300
# Left alone, the library gives up a question after 0.8 s.
Atspi.set_timeout(PATIENCE * 1000, PATIENCE * 1000)

ACCESSIBLE_KINDS = {
    "push button": "button",
    "toggle button": "button",
    "button": "button",
    "check menu item": "menu item",
    "radio menu item": "menu item",
    "entry": "text",
}


def keep_still():
    """Without animations the first screen does not play by itself; and no button that is held down on a busy machine
    is taken for a hand that rests."""
    path = os.path.join(os.environ["XDG_CONFIG_HOME"], "gtk-4.0", "settings.ini")
    with open(path, "a", encoding="utf-8") as settings:
        settings.write("gtk-enable-animations=false\ngtk-long-press-time=1000000\n")


class Program:
    def __init__(self, *command, curves=True, started=lambda process: None):
        self.known = {}  # (kind, name): accessible
        self.focused = None
        self.listener = Atspi.EventListener.new(self.note_focus)
        self.listener.register("object:state-changed:focused")  # before there is anything that could be missed
        self.process = subprocess.Popen(command, env={**os.environ, "G_DEBUG": "fatal-warnings"})
        started(self.process)
        self.root = self.until("the program is there", self.find_root)
        if curves:
            self.until("its curves are there", lambda: "%" in self.description("image", "Turnover: CTX and P1NP"))

    def close(self):
        """Ends it as it stands. What it kept in case of a crash is offered to no other test."""
        self.process.terminate()
        self.process.wait()
        for path in glob.glob(os.path.join(os.environ["XDG_STATE_HOME"], "rankle", "autosave", "*")):
            os.remove(path)

    def quit_discarding(self):
        """What was changed in its window is not wanted: it asks."""
        self.key("ctrl+q")
        self.answer("Save Changes?", "d")
        return self.process.wait()

    def answer(self, question, letter):
        """Answers a dialog by the letter of its button. GTK 4.8 stumbles over buttons that are pressed from outside and
        go with their window, and dies of being asked for a window that is about to go: until then only the screen is."""
        self.take_keys(question)
        subprocess.run(["xdotool", "key", f"alt+{letter}"], check=True)
        end = time.monotonic() + PATIENCE
        while self.process.poll() is None and self.on_screen(question):
            assert time.monotonic() < end, f"never: {question} goes"
            time.sleep(0.02)

    def find_root(self):
        desktop = Atspi.get_desktop(0)
        desktop.clear_cache()
        for i in range(desktop.get_child_count()):
            child = desktop.get_child_at_index(i)
            if child and child.get_process_id() == self.process.pid and child.get_child_count() > 0:
                return child
        return None

    # ---- waiting ----

    def until(self, what, condition):
        """The first true answer of CONDITION, which is about a state: a moment between two looks is not seen."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            assert self.process.poll() is None, f"the program ended before {what}"
            try:
                answer = condition()
            except (GLib.Error, LookupError):  # what was looked at has gone, or has not come
                answer = None
            if answer:
                return answer
            time.sleep(0.02)
        raise AssertionError(f"never: {what}")

    def catch_up(self):
        """Keys come before questions: when the program answers, it has taken all keys, and said what came of them.
        Twice, since the first question may meet the loop that is about to take the key."""
        for _ in range(2):
            try:
                self.root.clear_cache()
                self.root.get_child_count()
            except GLib.Error:  # the key was to quit
                return
        while GLib.MainContext.default().iteration(False):
            pass

    # ---- reading ----

    def children(self):
        """Its windows: those that do not close at this very moment."""
        self.root.clear_cache()
        return list(filter(None, map(self.root.get_child_at_index, range(self.root.get_child_count()))))

    def windows(self, title):
        return [window for window in self.children() if self.name(window) == title]

    def walk(self, accessible=None):
        accessible = accessible or self.root
        yield accessible
        for i in range(accessible.get_child_count()):
            child = accessible.get_child_at_index(i)
            if child:
                yield from self.walk(child)

    def all(self, kind):
        self.root.clear_cache()
        return [a for a in self.walk() if kind_of(a) == kind]

    def find(self, kind, name):
        """A walk through the window costs half a second: what was met before is asked first."""
        known = self.known.pop((kind, name), None)
        if known:
            known.clear_cache()
            if known.get_name() == name and not known.get_state_set().contains(Atspi.StateType.DEFUNCT):
                self.known[kind, name] = known
                return known
        for accessible in self.all(kind):
            self.known[kind, accessible.get_name()] = accessible
        if (kind, name) not in self.known:
            raise LookupError(f"no {kind} “{name}”")
        return self.known[kind, name]

    def name(self, accessible):
        accessible.clear_cache()
        return accessible.get_name()

    def description(self, kind, name):
        return self.find(kind, name).get_description()

    def spoken(self, slider):
        """The value of a slider in words: GTK of before 4.18 has them in front of the description."""
        return self.spoken_by(self.find("slider", slider))

    def spoken_by(self, accessible):
        text = Atspi.Value.get_text(accessible.get_value_iface())
        return text or accessible.get_description()

    def statuses(self):
        """What the status bars that are shown say: GTK 4.18 gives them no name, and they are read as texts."""
        return [bar.get_name() or Atspi.Text.get_text(bar.get_text_iface(), 0, -1)
                for bar in self.all("status bar") if self.is_shown(bar)]

    def is_shown(self, accessible):
        """GTK 4.8 says of windows alone that they are showing: it is visible within what is visible."""
        while accessible and accessible.get_role_name() != "frame":
            if not self.has_state(accessible, Atspi.StateType.VISIBLE):
                return False
            accessible = accessible.get_parent()
        return True

    def has_state(self, accessible, state):
        accessible.clear_cache()
        return accessible.get_state_set().contains(state)

    def is_pressed(self, button):
        return self.has_state(self.find("button", button), Atspi.StateType.PRESSED)

    def is_sensitive(self, button):
        return self.has_state(self.find("button", button), Atspi.StateType.SENSITIVE)

    def note_focus(self, event):
        if event.detail1:
            self.focused = event.source

    def focus(self):
        """Kind and name of what has the keyboard; None when nothing has."""
        while GLib.MainContext.default().iteration(False):
            pass
        try:
            if self.focused and self.has_state(self.focused, Atspi.StateType.FOCUSED):
                return kind_of(self.focused), self.focused.get_name()
        except GLib.Error:  # it has gone
            pass
        return None

    def focus_name(self):
        here = self.focus()
        return here and here[1]

    # ---- moving ----

    def set_position(self, slider, position):
        Atspi.Value.set_current_value(self.find("slider", slider).get_value_iface(), position)

    def press(self, button):
        """One that was found: to find it by its name anew takes a walk, in which the name may change."""
        Atspi.Action.do_action(button.get_action_iface(), 0)

    def click(self, button):
        self.press(self.find("button", button))

    def on_screen(self, title):
        """Windows of that title, as the screen knows them: a dialog that goes must not be asked (GTK 4.8)."""
        return subprocess.run(
            ["xdotool", "search", "--onlyvisible", "--all", "--pid", str(self.process.pid), "--name", f"^(.* – )?{title.replace('?', '.')}$"],
            capture_output=True, text=True, check=False).stdout.split()

    def raise_window(self, title):
        """Gives a window the keyboard: there is nobody else here to do it."""
        windows = self.until(f"{title} is there", lambda: self.on_screen(title))
        subprocess.run(["xdotool", "windowfocus", "--sync", windows[0]], check=True)

    def take_keys(self, title="Rankle"):
        """As that, until it is known what in it has the keyboard."""
        self.raise_window(title)
        self.until("something has the focus", self.focus)

    def key(self, *keys):
        subprocess.run(["xdotool", "key", *keys], check=True)
        self.catch_up()

    def tab_to(self, name):
        for _ in range(80):
            if self.focus_name() == name:
                return
            self.move_focus("Tab")
        raise AssertionError(f"Tab never reaches “{name}”")

    def type(self, text):
        subprocess.run(["xdotool", "type", text], check=True)
        self.catch_up()

    def move_focus(self, key):
        """Presses KEY; kind and name of what has the keyboard then."""
        def have():
            here = self.focus()
            return here and (here, self.focused)

        before = self.until("something has the focus", have)
        self.key(key)
        return self.until("the focus moves", lambda: (have() or before) != before and self.focus())


def kind_of(accessible):
    role = accessible.get_role_name()
    return ACCESSIBLE_KINDS.get(role, role)


def run(tests):
    """Runs functions and tells of them as TAP; answers what the process should exit with."""
    failed = 0
    print(f"1..{len(tests)}")
    for number, test in enumerate(tests, 1):
        name = test.__name__.removeprefix("test_").replace("_", "-")
        try:
            test()
            print(f"ok {number} {name}", flush=True)
        except Exception:  # a test that stops is a test that fails; the next one is run
            failed = 1
            print(f"not ok {number} {name}")
            print(re.sub("^", "# ", traceback.format_exc(), flags=re.M), flush=True)
    return failed
