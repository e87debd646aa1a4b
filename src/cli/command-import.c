/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <gio/gio.h>
#include <string.h>

#include "rankle-cli-session.h"
#include "rankle-cli-syntax.h"
#include "rankle-cli.h"
#include "rankle-csv.h"
#include "rankle-model-file.h"
#include "rankle-model.h"
#include "rankle-omex.h"
#include "rankle-printable.h"
#include "rankle-sbml.h"
#include "rankle-timed-event.h"

static const char summary[] =
    "Reads an Antimony or SBML file, or the model in a COMBINE archive, and says what "
    "it\n"
    "holds, what was assumed where it says nothing, and what libSBML warns of. What\n"
    "Rankle cannot read is refused by name.";

static const char description[] =
    "A file stands wherever MODEL does, so nothing has to be imported before it is "
    "used.\n"
    "\n"
    "Examples:\n"
    "  rankle-cli import BIOMD0000000786.xml --check\n"
    "  rankle-cli simulate BIOMD0000000786.xml --end 400000\n"
    "  rankle-cli export model.ant --sbml model.xml";

static void
add_line (GString *text, const char *label, const char *value)
{
  g_autofree char *line = value == NULL ? NULL : rankle_printable (value, -1, "");

  if (line != NULL && *line != '\0')
    g_string_append_printf (text, "%-13s%s\n", label, line);
}

static void
add_count (GString *text, const char *label, guint n)
{
  g_string_append_printf (text, "%-13s%u\n", label, n);
}

/* The label stands before the first line only. */
static void
add_lines (GString *text, const char *label, char **lines)
{
  for (guint i = 0; lines != NULL && lines[i] != NULL; i++)
    add_line (text, i == 0 ? label : "", lines[i]);
}

static void
add_counts (GString *text, RankleModel *model)
{
  guint shown = rankle_model_get_n_columns (model) - rankle_model_get_n_states (model);

  add_count (text, "states", rankle_model_get_n_states (model));
  add_count (text, "observables", shown);
  add_count (text, "parameters", rankle_model_get_n_parameters (model));
  add_count (text, "events", rankle_model_get_n_timed_events (model));
}

/* "TNF_stimulation: TNF_R" */
static void
add_events (GString *text, RankleModel *model)
{
  for (guint i = 0; i < rankle_model_get_n_timed_events (model); i++)
    {
      const RankleTimedEvent *event = rankle_model_get_timed_event (model, i);
      g_autoptr (GString) line =
          g_string_new (*event->id != '\0' ? event->id : "(no id)");

      for (guint k = 0; k < event->n_targets; k++)
        g_string_append_printf (line, "%s%s", k > 0 ? ", " : ": ", event->targets[k]->id);
      add_line (text, "event", line->str);
    }
}

static void
add_model (GString *text, RankleModel *model, const char *path)
{
  const char *unit = rankle_model_get_time_unit (model);
  g_auto (GStrv) warnings = rankle_model_list_warnings (model);

  add_line (text, "file", path);
  add_line (text, "format", rankle_model_get_format (model));
  add_line (text, "id", rankle_model_get_id (model));
  add_line (text, "title", rankle_model_get_title (model));
  add_line (text, "version", rankle_model_get_version (model));
  add_line (text, "time unit", *unit != '\0' ? unit : "unstated");
  add_counts (text, model);
  add_events (text, model);
  add_lines (text, "note", (char **)rankle_model_get_notes (model));
  add_lines (text, "warning", warnings);
}

/* Of the file itself; of an Antimony file, what it would be as SBML. */
static gboolean
add_check (GString *text, RankleModel *model, GError **error)
{
  RankleModelOrigin *origin = rankle_model_get_origin (model);
  g_autofree char   *sbml = NULL;
  g_autofree char   *complaints = NULL;
  g_auto (GStrv) lines = NULL;

  if (origin != NULL && g_str_has_prefix (rankle_model_get_format (model), "SBML"))
    sbml = g_strdup (g_bytes_get_data (rankle_model_origin_get_content (origin), NULL));
  else
    sbml = rankle_model_to_sbml (model, NULL, error);
  if (sbml == NULL)
    return FALSE;
  complaints = rankle_sbml_check (sbml);
  if (complaints == NULL)
    {
      add_line (text, "check", "libSBML has nothing to say, units included");
      return TRUE;
    }
  lines = g_strsplit (g_strchomp (complaints), "\n", -1);
  add_lines (text, "check", lines);
  return TRUE;
}

static int
import (const char *command, const char *path, gboolean check)
{
  g_autoptr (RankleModel) model = NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  GError *error = NULL;

  model = g_str_has_suffix (path, RANKLE_ARCHIVE_SUFFIX)
              ? rankle_cli_open_model (command, path, &error)
              : rankle_model_new_from_file (path, &error);
  if (model == NULL)
    return rankle_cli_fail_input (command, error);
  add_model (text, model, path);
  if (check && !add_check (text, model, &error))
    return rankle_cli_fail (command, error);
  return rankle_cli_print (command, text->str, text->len);
}

int
rankle_cli_import (char **argv)
{
  static const char *const operands[] = { "FILE", NULL };
  gboolean                 check = FALSE;
  const GOptionEntry       entries[] = {
          { "check", 0, 0, G_OPTION_ARG_NONE, &check,
            "Add what libSBML's consistency check says, units included", NULL },
          { NULL },
  };
  GOptionContext *context =
      g_option_context_new ("FILE - read a model and say what it is");
  g_auto (GStrv) left = NULL;
  GError *error = NULL;

  g_option_context_set_summary (context, summary);
  g_option_context_set_description (context, description);
  g_option_context_add_main_entries (context, entries, NULL);
  left = rankle_cli_parse (argv, context, operands, &error);
  if (left == NULL)
    return rankle_cli_fail_input (argv[0], error);
  return import (argv[0], left[0], check);
}
