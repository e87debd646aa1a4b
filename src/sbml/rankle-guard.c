/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "rankle-guard.h"

#include <errno.h>
#include <fcntl.h>
#include <glib-unix.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

/* libSBML throws C++ exceptions at some files, which nobody in a C program can catch, and
 * meets others with the end of its stack. It must not take the window down with it.
 *
 * 1. What a copy may take is counted in processor time: a busy machine refuses no file.
 * 2. A copy tells by a byte in a pipe how it ended. Whether anybody else waits for
 *    children, or SIGCHLD is ignored, makes no difference.
 * 3. A lock that another thread held when the copy was made is never opened in the copy.
 *    A copy only computes, so one that sleeps has met such a lock: it is ended, and
 *    another one made. */

#define PASSED   'p'
#define TOO_LONG 't'

#define ASLEEP_MS 200 /* between two looks at it */
#define COPIES    3

static GMutex lock;

void
_rankle_guard_lock (void)
{
  g_mutex_lock (&lock);
}

void
_rankle_guard_unlock (void)
{
  g_mutex_unlock (&lock);
}

/* ---- in the copy ---- */

static int out_of_copy = -1; /* the pipe's end to write to; set in the copy only */

static void
say (char how)
{
  g_assert (out_of_copy >= 0);
  while (write (out_of_copy, &how, 1) < 0 && errno == EINTR)
    ;
}

static void
too_long_cb (int number)
{
  say (TOO_LONG);
  _exit (1);
}

/* It leaves neither words on stderr nor a core. */
static void
prepare_copy (guint seconds)
{
  const struct rlimit no_core = { 0, 0 };
  const struct rlimit work = { seconds, seconds + 1 };
  int                 nothing = open ("/dev/null", O_WRONLY);

  setrlimit (RLIMIT_CORE, &no_core);
  if (nothing >= 0)
    dup2 (nothing, STDERR_FILENO);
  signal (SIGABRT, SIG_DFL);
  signal (SIGXCPU, too_long_cb);
  setrlimit (RLIMIT_CPU, &work);
}

static void
run_in_copy (void (*work) (gpointer data), gpointer data, guint seconds, int out)
{
  out_of_copy = out;
  prepare_copy (seconds);
  work (data);
  say (PASSED);
  _exit (0);
}

/* ---- outside ---- */

/* What a process has computed so far [ns]. */
static gint64
get_work (pid_t copy)
{
  clockid_t       clock;
  struct timespec spent;

  if (clock_getcpuclockid (copy, &clock) != 0 || clock_gettime (clock, &spent) != 0)
    return 0;
  return (gint64)spent.tv_sec * 1000000000 + spent.tv_nsec;
}

/* S: it sleeps; Z: it has ended; NUL where nobody can tell. "12 (rankle) S 1 …": what
 * stands in brackets may hold any character. */
static char
get_state (pid_t copy)
{
  g_autofree char *path = g_strdup_printf ("/proc/%d/stat", (int)copy);
  g_autofree char *text = NULL;
  const char      *bracket;

  if (!g_file_get_contents (path, &text, NULL, NULL))
    return '\0';
  bracket = strrchr (text, ')');
  return bracket != NULL && g_str_has_prefix (bracket, ") ") ? bracket[2] : '\0';
}

static RankleTrial
hear (int in)
{
  char how = '\0';

  while (read (in, &how, 1) < 0 && errno == EINTR)
    ;
  return how == PASSED     ? RANKLE_TRIAL_PASSED
         : how == TOO_LONG ? RANKLE_TRIAL_TOO_LONG
                           : RANKLE_TRIAL_BROKE_DOWN;
}

/* Until it tells, ends, is cancelled, or has slept. The pipe's end may come late: another
 * copy, of another thread's, has it open, too. */
static RankleTrial
attend (pid_t copy, int in, GCancellable *cancellable)
{
  GPollFD  fds[2] = { { .fd = in, .events = G_IO_IN | G_IO_HUP } };
  gboolean can_cancel = g_cancellable_make_pollfd (cancellable, &fds[1]);
  gboolean ended = FALSE, stuck = FALSE, slept = FALSE;
  gint64   before = 0;

  while (!ended && !stuck && !g_cancellable_is_cancelled (cancellable))
    {
      int    ready = g_poll (fds, can_cancel ? 2 : 1, ASLEEP_MS);
      char   state = get_state (copy);
      gint64 work = get_work (copy);

      ended = (ready > 0 && fds[0].revents != 0) || state == 'Z';
      stuck = ready == 0 && slept && state == 'S' && work == before;
      slept = state == 'S';
      before = work;
    }
  if (can_cancel)
    g_cancellable_release_fd (cancellable);
  if (g_cancellable_is_cancelled (cancellable))
    return RANKLE_TRIAL_CANCELLED;
  return ended ? hear (in) : RANKLE_TRIAL_IMPOSSIBLE;
}

static void
end_copy (pid_t copy)
{
  kill (copy, SIGKILL);
  while (waitpid (copy, NULL, 0) < 0 && errno == EINTR)
    ;
}

static RankleTrial
try_once (void (*work) (gpointer data),
          gpointer      data,
          guint         seconds,
          GCancellable *cancellable)
{
  RankleTrial trial;
  pid_t       copy;
  int         ends[2];

  if (!g_unix_open_pipe (ends, FD_CLOEXEC, NULL))
    return RANKLE_TRIAL_IMPOSSIBLE;
  _rankle_guard_lock ();
  copy = fork ();
  if (copy == 0)
    run_in_copy (work, data, seconds, ends[1]);
  _rankle_guard_unlock ();
  close (ends[1]);
  g_unix_set_fd_nonblocking (ends[0], TRUE, NULL);
  trial = copy < 0 ? RANKLE_TRIAL_IMPOSSIBLE : attend (copy, ends[0], cancellable);
  if (copy > 0)
    end_copy (copy);
  close (ends[0]);
  return trial;
}

RankleTrial
_rankle_guard_try (void (*work) (gpointer data),
                   gpointer      data,
                   guint         seconds,
                   GCancellable *cancellable)
{
  RankleTrial trial = RANKLE_TRIAL_IMPOSSIBLE;

  g_assert (work != NULL && seconds > 0);

  for (guint i = 0; i < COPIES && trial == RANKLE_TRIAL_IMPOSSIBLE; i++)
    trial = try_once (work, data, seconds, cancellable);
  return trial;
}
