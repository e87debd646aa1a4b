/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "rankle-guard.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

/* libSBML throws C++ exceptions at some files, which nobody in a C program can catch, and
 * meets others with the end of its stack. It must not take the window down with it. */

/* Of the copy's own work, however busy the machine is. */
#define PROCESSOR_SECONDS 10
/* A copy that waits for a lock which another thread had when it was made does no work. */
#define SECONDS 120

/* A copy that hangs ends by itself. It leaves neither words on stderr nor a core. */
static void
prepare_copy (void)
{
  const struct rlimit no_core = { 0, 0 };
  const struct rlimit work = { PROCESSOR_SECONDS, PROCESSOR_SECONDS };
  int                 nothing = open ("/dev/null", O_WRONLY);

  setrlimit (RLIMIT_CORE, &no_core);
  setrlimit (RLIMIT_CPU, &work);
  if (nothing >= 0)
    dup2 (nothing, STDERR_FILENO);
  signal (SIGABRT, SIG_DFL);
  signal (SIGALRM, SIG_DFL);
  alarm (SECONDS);
}

gboolean
_rankle_guard_survives (void (*work) (gpointer data), gpointer data)
{
  int   status = 0;
  pid_t copy;

  g_assert (work != NULL);

  copy = fork ();
  if (copy < 0)
    return TRUE;
  if (copy == 0)
    {
      prepare_copy ();
      work (data);
      _exit (0);
    }
  while (waitpid (copy, &status, 0) < 0)
    if (errno != EINTR)
      return TRUE; /* somebody else has waited for it */
  return WIFEXITED (status) && WEXITSTATUS (status) == 0;
}
