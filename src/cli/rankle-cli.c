/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What all commands share: their operands, their one line of complaint, their output. */

#include "rankle-cli.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "rankle-cli-syntax.h"
#include "rankle-printable.h"

static gboolean
check_operands (char **left, const char *const *operands, GError **error)
{
  guint    n = g_strv_length (left), wanted = g_strv_length ((char **)operands);
  gboolean complete = n >= wanted || *operands[n] == '[';

  if (!complete)
    rankle_cli_refuse (error, "%s is missing", operands[n]);
  else if (n > wanted)
    g_set_error (error, RANKLE_CLI_ERROR, RANKLE_CLI_ERROR_USAGE,
                 "unexpected argument “%s”", left[wanted]);
  return complete && n <= wanted;
}

/* In UTF-8 whatever the locale: GLib's own --help would put a ? for what is not ASCII. */
static void
print_help (GOptionContext *context)
{
  char *help = g_option_context_get_help (context, FALSE, NULL);
  int   status = rankle_cli_print (g_get_prgname (), help, strlen (help));

  g_free (help);
  exit (status);
}

char **
rankle_cli_parse (char             **argv,
                  GOptionContext    *context,
                  const char *const *operands,
                  GError           **error)
{
  gboolean           help = FALSE;
  const GOptionEntry entries[] = {
    { "help", 'h', 0, G_OPTION_ARG_NONE, &help, "Show this and exit", NULL },
    { NULL },
  };
  g_autoptr (GOptionContext) owned = context;
  g_auto (GStrv) arguments = g_strdupv (argv);
  char **left = NULL;

  g_option_context_set_help_enabled (owned, FALSE);
  g_option_context_add_main_entries (owned, entries, NULL);
  if (!g_option_context_parse_strv (owned, &arguments, error))
    return NULL;
  if (help)
    print_help (owned);
  else if (check_operands (arguments + 1, operands, error))
    left = g_strdupv (arguments + 1);
  return left;
}

void
rankle_cli_print_error (const char *command, const char *what)
{
  g_autofree char *printable = rankle_printable (what, -1, "");

  fprintf (stderr, "%s: %s\n", command, printable);
}

static int
complain (const char *command, GError *error, int status)
{
  g_autoptr (GError) owned = error;
  g_auto (GStrv) lines = NULL;
  g_autofree char *line = NULL;

  g_assert (error != NULL && status != RANKLE_EXIT_OK);

  g_strchomp (owned->message);
  lines = g_strsplit (owned->message, "\n", -1);
  line = g_strjoinv ("; ", lines);
  rankle_cli_print_error (command, line);
  return status;
}

int
rankle_cli_fail_input (const char *command, GError *error)
{
  if (error == NULL)
    return RANKLE_EXIT_OK;
  return complain (command, error, RANKLE_EXIT_BAD_INPUT);
}

int
rankle_cli_fail (const char *command, GError *error)
{
  return complain (command, error, RANKLE_EXIT_FAILED);
}

int
rankle_cli_print (const char *command, const char *text, gsize length)
{
  g_autofree char *printable = NULL;

  if (!rankle_is_plain (text, length, "\n\t"))
    {
      printable = rankle_printable (text, (gssize)length, "\n\t");
      text = printable;
      length = strlen (printable);
    }
  if (fwrite (text, 1, length, stdout) == length && fflush (stdout) == 0)
    return RANKLE_EXIT_OK;
  if (errno == EPIPE)
    return RANKLE_EXIT_OK;
  fprintf (stderr, "%s: stdout: %s\n", command, g_strerror (errno));
  return RANKLE_EXIT_FAILED;
}
