/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "rankle-cli-batch.h"

#include <glib-unix.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "rankle-cli.h"
#include "rankle-runner.h"

/* Back to the start of the line, and nothing on it. */
#define CLEAR_LINE "\r\033[K"

static void
told_cb (RankleBatch *batch, gpointer data)
{
  fprintf (stderr, CLEAR_LINE "%u of %u runs", rankle_batch_get_done (batch),
           rankle_batch_get_n_runs (batch));
  fflush (stderr);
}

static gboolean
interrupted_cb (gpointer batch)
{
  rankle_batch_cancel (batch);
  return G_SOURCE_CONTINUE;
}

/* Who started the program so that it does not hear Ctrl+C, has it so. */
static gboolean
is_interrupt_ignored (void)
{
  struct sigaction now;

  return sigaction (SIGINT, NULL, &now) == 0 && now.sa_handler == SIG_IGN;
}

static void
end_by_interrupt (const char *command, const RankleBatch *batch)
{
  g_autofree char *what =
      g_strdup_printf ("cancelled after %u of %u runs; nothing was written",
                       rankle_batch_get_done (batch), rankle_batch_get_n_runs (batch));

  rankle_cli_print_error (command, what);
  signal (SIGINT, SIG_DFL);
  raise (SIGINT);
  exit (RANKLE_EXIT_FAILED); /* the signal was blocked */
}

void
rankle_cli_run_batch (const char     *command,
                      guint           n_threads,
                      guint           n_runs,
                      RankleBatchMake make,
                      RankleBatchTake take,
                      gpointer        data)
{
  g_autoptr (RankleRunner) runner = rankle_runner_new_with_threads (n_threads);
  g_autoptr (RankleBatch) batch =
      rankle_runner_start_batch (runner, n_runs, make, take, data, NULL);
  gboolean is_terminal = isatty (STDERR_FILENO);
  guint    interrupt =
      is_interrupt_ignored () ? 0 : g_unix_signal_add (SIGINT, interrupted_cb, batch);

  if (is_terminal)
    rankle_batch_set_func (batch, told_cb, NULL);
  while (rankle_batch_get_state (batch) == RANKLE_BATCH_RUNNING)
    g_main_context_iteration (NULL, TRUE);
  if (is_terminal)
    fputs (CLEAR_LINE, stderr);
  if (rankle_batch_get_state (batch) == RANKLE_BATCH_CANCELLED)
    end_by_interrupt (command, batch);
  if (interrupt != 0)
    g_source_remove (interrupt);
}
