/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "cli-runner.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <math.h>

char *cli_program;
char *cli_folder;

void
result_clear (Result *result)
{
  g_clear_pointer (&result->out, g_free);
  g_clear_pointer (&result->err, g_free);
}

void
cli_run (Result *result, const char *const *arguments)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (
      G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_PIPE);
  g_autoptr (GSubprocess) process = NULL;
  const char *argv[ARGUMENTS_MAX + 2] = { cli_program };

  for (guint i = 0; arguments[i] != NULL; i++)
    {
      g_assert_cmpuint (i, <, ARGUMENTS_MAX);
      argv[1 + i] = arguments[i];
    }
  g_subprocess_launcher_set_cwd (launcher, cli_folder);
  process = g_subprocess_launcher_spawnv (launcher, argv, &error);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (process, NULL, NULL, &result->out, &result->err, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_if_exited (process));
  result->status = g_subprocess_get_exit_status (process);
}

void
cli_check_ok (const Result *result)
{
  g_assert_cmpstr (result->err, ==, "");
  g_assert_cmpint (result->status, ==, 0);
}

void
cli_write_file (const char *name, const char *text)
{
  g_autofree char *path = g_build_filename (cli_folder, name, NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
}

char *
cli_read_file (const char *name)
{
  g_autofree char *path = g_build_filename (cli_folder, name, NULL);
  char            *text = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  return text;
}

/* The cell before the @column-th comma of a line. */
static double
read_cell (const char *line, guint column)
{
  g_auto (GStrv) cells = g_strsplit (line, ",", -1);

  g_assert_cmpuint (column, <, g_strv_length (cells));
  return g_ascii_strtod (cells[column], NULL);
}

static guint
find_cell (const char *header, const char *id)
{
  g_auto (GStrv) cells = g_strsplit (header, ",", -1);
  guint column = 0;

  while (cells[column] != NULL && !g_str_equal (cells[column], id))
    column++;
  return column;
}

double
cli_look_up (const char *csv, const char *id, double time)
{
  g_auto (GStrv) lines = g_strsplit (csv, "\n", -1);
  guint column = 0;

  for (char **line = lines; *line != NULL; line++)
    if (g_str_has_prefix (*line, "time"))
      column = find_cell (*line, id);
    else if (**line != '#' && **line != '\0' &&
             fabs (g_ascii_strtod (*line, NULL) - time) < 1e-9)
      return read_cell (*line, column);
  return NAN;
}

#define ONE "<math xmlns=\"http://www.w3.org/1998/Math/MathML\"><cn>1</cn></math>"

static void
write_inputs (void)
{
  cli_write_file ("toy.ant",
                  "model toy()\n  k = 1\n  a = 1\n  a' = -k * a\n  b := 3 * a\nend\n");
  cli_write_file ("filling.ant", "model filling()\n  filling = 2\n  pool = 1\n"
                                 "  pool' = filling - pool\nend\n");
  cli_write_file ("growth.ant", "model growth()\n  a = 1\n  a' = 1\nend\n");
  cli_write_file ("explosion.ant", "model explosion()\n  a = 1\n  a' = a^2\nend\n");
  cli_write_file ("hiding.ant",
                  "model hiding()\n  a = 1; k = 1\n  a' = k - a\n  b := 3 * a\n"
                  "  c := 3 * b\nend\n");
  cli_write_file ("hiding.json", "{\"schema\": 1, \"horizon\": 4, \"hidden\": [\"b\"]}");
  cli_write_file ("broken.ant", "model broken()\n  a' = = 1\nend\n");
  cli_write_file ("growth.xml",
                  "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                  "<sbml xmlns=\"http://www.sbml.org/sbml/level2/version4\" level=\"2\" "
                  "version=\"4\"><model id=\"growth\" name=\"Growth\">"
                  "<listOfCompartments><compartment id=\"c\"/></listOfCompartments>"
                  "<listOfParameters><parameter id=\"a\" value=\"1\" constant=\"false\"/>"
                  "</listOfParameters><listOfRules><rateRule variable=\"a\">" ONE
                  "</rateRule></listOfRules><listOfEvents><event id=\"late\"><trigger>"
                  "<math xmlns=\"http://www.w3.org/1998/Math/MathML\"><apply><gt/>"
                  "<csymbol encoding=\"text\" "
                  "definitionURL=\"http://www.sbml.org/sbml/symbols/time\">t</csymbol>"
                  "<cn>100</cn></apply></math></trigger><listOfEventAssignments>"
                  "<eventAssignment variable=\"a\">" ONE
                  "</eventAssignment></listOfEventAssignments></event></listOfEvents>"
                  "</model></sbml>");
  cli_write_file ("fast.xml",
                  "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                  "<sbml xmlns=\"http://www.sbml.org/sbml/level2/version4\" level=\"2\" "
                  "version=\"4\"><model id=\"m\"><listOfReactions>\n"
                  "<reaction id=\"R\" fast=\"true\"><kineticLaw>" ONE
                  "</kineticLaw></reaction></listOfReactions></model></sbml>");
  cli_write_file ("times.txt", "0.25\n1 # day\n\n4\n");
  cli_write_file ("bad-times.txt", "0\nsoon\n");
  cli_write_file ("bad.json",
                  "{\"schema\":1,\"id\":\"a\",\"title\":\"A\",\"contols\":{}}");
}

static void
remove_folder (void)
{
  g_autoptr (GDir) dir = g_dir_open (cli_folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (cli_folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (cli_folder);
  g_free (cli_folder);
  g_free (cli_program);
}

void
cli_begin (int *argc, char ***argv)
{
  g_test_init (argc, argv, NULL);
  g_assert_cmpint (*argc, ==, 2);
  cli_program = g_canonicalize_filename ((*argv)[1], NULL);
  cli_folder = g_dir_make_tmp ("rankle-cli-XXXXXX", NULL);
  write_inputs ();
}

int
cli_run_tests (void)
{
  int status = g_test_run ();

  remove_folder ();
  return status;
}
