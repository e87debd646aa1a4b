/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The elements in the order of SED-ML's schema, which sets one. Ids: of a run's own
 * things "task_" and its id; of data the run's id and the column's. */

#include "rankle-sedml.h"

#include <string.h>

#include "rankle-csv.h"
#include "rankle-sbml.h"
#include "rankle-xml.h"

#define SBML_NAMESPACE "http://www.sbml.org/sbml/level3/version1/core"

/* Of the ontology of algorithms, KiSAO. */
#define CVODE              "KISAO:0000019"
#define RELATIVE_TOLERANCE "KISAO:0000209"
#define ABSOLUTE_TOLERANCE "KISAO:0000211"

static char *
format_number (double value)
{
  GString *text = g_string_new (NULL);

  rankle_csv_append_number (text, value);
  return g_string_free (text, FALSE);
}

static RankleModel *
model_of (const RankleExperimentRun *run)
{
  return rankle_protocol_get_model (run->protocol);
}

/* ---- simulations ---- */

static void
append_tolerance (GString *xml, const char *kisao, double value)
{
  g_autofree char *number = format_number (value);

  if (value > 0) /* 0: every state has its own */
    rankle_xml_append (xml,
                       "          <algorithmParameter kisaoID=\"%s\" value=\"%s\"/>\n",
                       kisao, number);
}

static void
append_simulation (GString *xml, const RankleExperimentRun *run)
{
  const RankleProtocol *protocol = run->protocol;
  guint                 n;
  const double         *times = rankle_protocol_get_times (protocol, &n);
  g_autofree char      *start = format_number (MIN (0, times[0]));
  g_autofree char      *end = format_number (times[n - 1]);
  g_autofree char      *steps = g_strdup_printf ("%u", MAX (n, 2) - 1);

  rankle_xml_append (xml,
                     "    <uniformTimeCourse id=\"course_%s\" initialTime=\"%s\""
                     " outputStartTime=\"%s\" outputEndTime=\"%s\""
                     " numberOfPoints=\"%s\">\n      <algorithm kisaoID=\"" CVODE "\">\n"
                     "        <listOfAlgorithmParameters>\n",
                     run->id, start, start, end, steps);
  append_tolerance (xml, RELATIVE_TOLERANCE,
                    rankle_protocol_get_relative_tolerance (protocol));
  append_tolerance (xml, ABSOLUTE_TOLERANCE,
                    rankle_protocol_get_absolute_tolerance (protocol));
  g_string_append (xml, "        </listOfAlgorithmParameters>\n      </algorithm>\n"
                        "    </uniformTimeCourse>\n");
}

/* ---- models and tasks ---- */

static void
append_model (GString *xml, const RankleExperimentRun *run, const char *stem)
{
  g_autofree char *source = rankle_experiment_run_name (run, stem, "xml");
  g_autofree char *uri = g_uri_escape_string (source, NULL, TRUE);
  g_autofree char *space = rankle_sbml_find_namespace (run->sbml);
  const char      *language = g_strcmp0 (space, SBML_NAMESPACE) == 0
                                  ? "urn:sedml:language:sbml.level-3.version-1"
                                  : "urn:sedml:language:sbml";

  rankle_xml_append (
      xml, "    <model id=\"model_%s\" name=\"%s\" language=\"%s\" source=\"%s\"/>\n",
      run->id, run->title, language, uri);
}

static void
append_task (GString *xml, const RankleExperimentRun *run)
{
  rankle_xml_append (xml,
                     "    <task id=\"task_%s\" name=\"%s\" modelReference=\"model_%s\""
                     " simulationReference=\"course_%s\"/>\n",
                     run->id, run->title, run->id, run->id);
}

/* ---- data ---- */

static void
append_math (GString *xml, const RankleExperimentRun *run, const char *column)
{
  rankle_xml_append (xml,
                     "      </listOfVariables>\n"
                     "      <math xmlns=\"http://www.w3.org/1998/Math/MathML\">\n"
                     "        <ci> value_%s_%s </ci>\n      </math>\n"
                     "    </dataGenerator>\n",
                     run->id, column);
}

static void
append_time (GString *xml, const RankleExperimentRun *run)
{
  rankle_xml_append (xml,
                     "    <dataGenerator id=\"time_of_%s\" name=\"time\">\n"
                     "      <listOfVariables>\n"
                     "        <variable id=\"value_%s_\" taskReference=\"task_%s\""
                     " symbol=\"urn:sedml:symbol:time\"/>\n",
                     run->id, run->id, run->id);
  append_math (xml, run, "");
}

/* (transfer full) (nullable): where the column stands, if it is to be pointed at. */
static char *
find_target (const RankleExperimentRun *run, guint column)
{
  RankleModel *model = model_of (run);

  return rankle_model_find_in_sbml (model, rankle_model_get_column (model, column)->id);
}

static void
append_column (GString *xml, const RankleExperimentRun *run, guint column)
{
  const RankleQuantity *quantity = rankle_model_get_column (model_of (run), column);
  g_autofree char      *target = find_target (run, column);
  g_autofree char      *space = rankle_sbml_find_namespace (run->sbml);

  if (target == NULL)
    return;
  rankle_xml_append (xml,
                     "    <dataGenerator id=\"%s_%s\" name=\"%s\">\n"
                     "      <listOfVariables>\n"
                     "        <variable xmlns:sbml=\"%s\" id=\"value_%s_%s\" name=\"%s\""
                     " target=\"%s\" taskReference=\"task_%s\""
                     " modelReference=\"model_%s\"/>\n",
                     run->id, quantity->id, quantity->label,
                     space != NULL ? space : SBML_NAMESPACE, run->id, quantity->id,
                     quantity->label, target, run->id, run->id);
  append_math (xml, run, quantity->id);
}

static void
append_data (GString *xml, const RankleExperimentRun *run)
{
  append_time (xml, run);
  for (guint i = 0; i < rankle_model_get_n_columns (model_of (run)); i++)
    append_column (xml, run, i);
}

/* ---- outputs ---- */

static void
append_curve (GString                   *xml,
              const char                *plot,
              const RankleExperimentRun *run,
              const RankleQuantity      *quantity,
              const RanklePanel         *panel)
{
  rankle_xml_append (xml,
                     "        <curve id=\"curve_%s_%s_%s\" name=\"%s, %s\""
                     " logX=\"false\" logY=\"%s\" xDataReference=\"time_of_%s\""
                     " yDataReference=\"%s_%s\"/>\n",
                     plot, run->id, quantity->id, quantity->label, run->title,
                     panel->log_scale ? "true" : "false", run->id, run->id, quantity->id);
}

/* Of a run with another model: those columns that it has, too. */
static void
append_curves (GString                   *xml,
               const char                *plot,
               const RankleExperimentRun *run,
               RankleModel               *model,
               const RanklePanel         *panel)
{
  for (guint i = 0; i < panel->n_columns; i++)
    {
      const RankleQuantity *quantity = rankle_model_get_column (model, panel->columns[i]);
      int              column = rankle_model_find_column (model_of (run), quantity->id);
      g_autofree char *target = column < 0 ? NULL : find_target (run, (guint)column);

      if (target != NULL)
        append_curve (xml, plot, run, quantity, panel);
    }
}

static void
append_plot (GString *xml, const RankleExperiment *experiment, guint index)
{
  RankleModel       *model = model_of (rankle_experiment_get_run (experiment, 0));
  const RanklePanel *panel = rankle_model_get_panel (model, index);
  g_autofree char   *plot = g_strdup_printf ("%u", index + 1);
  g_autoptr (GString) curves = g_string_new (NULL);

  for (guint i = 0; i < rankle_experiment_get_n_runs (experiment); i++)
    append_curves (curves, plot, rankle_experiment_get_run (experiment, i), model, panel);
  if (curves->len == 0)
    return; /* a list of curves has one */
  rankle_xml_append (xml,
                     "    <plot2D id=\"plot_%s\" name=\"%s\">\n      <listOfCurves>\n",
                     plot, panel->title);
  g_string_append_len (xml, curves->str, (gssize)curves->len);
  g_string_append (xml, "      </listOfCurves>\n    </plot2D>\n");
}

static void
append_data_set (GString                   *xml,
                 const RankleExperimentRun *run,
                 const char                *data,
                 const char                *label)
{
  rankle_xml_append (xml,
                     "        <dataSet id=\"column_%s\" name=\"%s, %s\" label=\"%s\""
                     " dataReference=\"%s\"/>\n",
                     data, label, run->title, data, data);
}

static void
append_report (GString *xml, const RankleExperimentRun *run)
{
  RankleModel     *model = model_of (run);
  g_autofree char *time = g_strconcat ("time_of_", run->id, NULL);

  rankle_xml_append (xml,
                     "    <report id=\"report_%s\" name=\"%s\">\n"
                     "      <listOfDataSets>\n",
                     run->id, run->title);
  append_data_set (xml, run, time, "time");
  for (guint i = 0; i < rankle_model_get_n_columns (model); i++)
    {
      const RankleQuantity *quantity = rankle_model_get_column (model, i);
      g_autofree char      *target = find_target (run, i);
      g_autofree char      *data = g_strconcat (run->id, "_", quantity->id, NULL);

      if (target != NULL)
        append_data_set (xml, run, data, quantity->label);
    }
  g_string_append (xml, "      </listOfDataSets>\n    </report>\n");
}

/* ---- the whole ---- */

typedef void (*AppendFunc) (GString *xml, const RankleExperimentRun *run);

static void
append_runs (GString                *xml,
             const RankleExperiment *experiment,
             const char             *list,
             AppendFunc              append)
{
  rankle_xml_append (xml, "  <%s>\n", list);
  for (guint i = 0; i < rankle_experiment_get_n_runs (experiment); i++)
    append (xml, rankle_experiment_get_run (experiment, i));
  rankle_xml_append (xml, "  </%s>\n", list);
}

static void
append_models (GString *xml, const RankleExperiment *experiment, const char *stem)
{
  g_string_append (xml, "  <listOfModels>\n");
  for (guint i = 0; i < rankle_experiment_get_n_runs (experiment); i++)
    append_model (xml, rankle_experiment_get_run (experiment, i), stem);
  g_string_append (xml, "  </listOfModels>\n");
}

static void
append_outputs (GString *xml, const RankleExperiment *experiment)
{
  RankleModel *model = model_of (rankle_experiment_get_run (experiment, 0));

  g_string_append (xml, "  <listOfOutputs>\n");
  for (guint i = 0; i < rankle_model_get_n_panels (model); i++)
    append_plot (xml, experiment, i);
  for (guint i = 0; i < rankle_experiment_get_n_runs (experiment); i++)
    append_report (xml, rankle_experiment_get_run (experiment, i));
  g_string_append (xml, "  </listOfOutputs>\n");
}

char *
rankle_experiment_to_sedml (const RankleExperiment *experiment, const char *stem)
{
  GString *xml;

  g_return_val_if_fail (experiment != NULL && stem != NULL, NULL);

  xml = g_string_new ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                      "<sedML xmlns=\"http://sed-ml.org/sed-ml/level1/version3\""
                      " level=\"1\" version=\"3\">\n");
  append_runs (xml, experiment, "listOfSimulations", append_simulation);
  append_models (xml, experiment, stem);
  append_runs (xml, experiment, "listOfTasks", append_task);
  append_runs (xml, experiment, "listOfDataGenerators", append_data);
  append_outputs (xml, experiment);
  g_string_append (xml, "</sedML>\n");
  return g_string_free (xml, FALSE);
}
