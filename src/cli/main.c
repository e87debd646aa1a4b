/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* rankle-cli: Rankle without a window. setlocale() is never called: every number is read
 * and written in the C locale, whatever the user's. */

#include "config.h"

#include <signal.h>
#include <string.h>

#include "rankle-cli-suggest.h"
#include "rankle-cli.h"

static const struct
{
  const char       *name;
  RankleCommandFunc run;
} commands[] = {
  { "models", rankle_cli_models },     { "show", rankle_cli_show },
  { "simulate", rankle_cli_simulate }, { "steady", rankle_cli_steady },
  { "export", rankle_cli_export },     { "ensemble", rankle_cli_ensemble },
  { "import", rankle_cli_import },     { "scorecard", rankle_cli_scorecard },
  { "plot", rankle_cli_plot },         { "measure", rankle_cli_measure },
  { "report", rankle_cli_report },     { "genes", rankle_cli_genes },
  { "lesson", rankle_cli_lesson },
};

static const char usage[] =
    "Usage: rankle-cli COMMAND [OPTION...]\n"
    "\n"
    "Integrates models of the RANK, RANKL and OPG pathway. A tool for teaching and\n"
    "what-if questions, not medical advice.\n"
    "\n"
    "Commands:\n"
    "  models                     list the bundled models: id, states, time unit, title\n"
    "  show MODEL                 states, observables, parameters and controls\n"
    "  simulate MODEL             run it and write a table of comma-separated values\n"
    "  plot MODEL --out FILE      run it and write a picture: PNG, SVG or PDF\n"
    "  report MODEL --out FILE    run it and write a lab report: PDF\n"
    "  measure MODEL              run it and write peaks, nadirs, areas and changes\n"
    "  ensemble MODEL             run it many times, parameters varied\n"
    "  steady MODEL               find its steady state\n"
    "  scorecard [MODEL]          hold it against what studies found\n"
    "  genes                      what follows where genes are knocked out, in all "
    "models\n"
    "  lesson list | check FILE   list the bundled lessons; hold one against its models\n"
    "  export MODEL --sbml FILE   write it as SBML Level 3\n"
    "  import FILE                say what a file of your own holds, or why it cannot "
    "be\n"
    "\n"
    "MODEL is the id of a bundled model, or the path of an Antimony (.ant) or SBML\n"
    "(.xml, .sbml) file. \"rankle-cli COMMAND --help\" tells more of a command.\n"
    "\n"
    "Options:\n"
    "  -h, --help                 show this and exit\n"
    "  --version                  show the version and exit\n"
    "\n"
    "Exit status: 0 done, 1 the run failed or could not be written, 2 bad input.\n";

static int
run_command (char **argv)
{
  const char      *names[G_N_ELEMENTS (commands) + 1] = { NULL };
  g_autofree char *meant = NULL;
  g_autofree char *what = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      g_autofree char *name = NULL;

      names[i] = commands[i].name;
      if (!g_str_equal (argv[0], commands[i].name))
        continue;
      /* The name by which --help and errors speak of the command. */
      name = g_strconcat ("rankle-cli ", commands[i].name, NULL);
      g_set_prgname (name);
      argv[0] = name;
      return commands[i].run (argv);
    }
  meant = rankle_cli_suggest (argv[0], names);
  what = g_strconcat ("unknown command “", argv[0], "”",
                      *meant != '\0' ? meant : "; rankle-cli --help lists them", NULL);
  rankle_cli_print_error ("rankle-cli", what);
  return RANKLE_EXIT_BAD_INPUT;
}

int
main (int argc, char **argv)
{
  signal (SIGPIPE, SIG_IGN);
  if (argc < 2)
    {
      rankle_cli_print_error ("rankle-cli", "no command; rankle-cli --help lists them");
      return RANKLE_EXIT_BAD_INPUT;
    }
  if (g_str_equal (argv[1], "--help") || g_str_equal (argv[1], "-h"))
    return rankle_cli_print ("rankle-cli", usage, strlen (usage));
  if (g_str_equal (argv[1], "--version"))
    {
      const char version[] = "rankle-cli " PACKAGE_VERSION "\n";

      return rankle_cli_print ("rankle-cli", version, strlen (version));
    }
  return run_command (argv + 1);
}
