/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rankle-term-words.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "rankle-model-terms.h"
#include "rankle-plot-scale.h"

/* ---- which ---- */

static guint
find_process (const RankleDiagram *diagram, guint arc)
{
  const RankleArc *it = rankle_diagram_get_arc (diagram, arc);
  guint            ends[] = { it->target, it->source };

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      RankleGlyphClass klass = rankle_diagram_get_glyph (diagram, ends[i])->klass;

      if (klass == RANKLE_GLYPH_PROCESS || klass == RANKLE_GLYPH_ASSOCIATION)
        return ends[i];
    }
  return RANKLE_NO_GLYPH;
}

RankleTerm *
rankle_term_read_for_arc (RankleModel *model, const RankleDiagram *diagram, guint arc)
{
  RankleTerm *term;
  guint       process;

  g_return_val_if_fail (model != NULL && diagram != NULL, NULL);
  g_return_val_if_fail (arc < rankle_diagram_get_n_arcs (diagram), NULL);

  term = rankle_model_read_glyph_term (model, rankle_diagram_get_arc (diagram, arc)->id);
  process = find_process (diagram, arc);
  if (term != NULL || process == RANKLE_NO_GLYPH)
    return term;
  return rankle_model_read_glyph_term (model,
                                       rankle_diagram_get_glyph (diagram, process)->id);
}

/* ---- a moment of a run ---- */

typedef struct
{
  RankleWorkspace *workspace;   /* (owned): parameters as they stand then */
  double          *state;       /* (owned) (array length=n_states) */
  double          *observables; /* (owned): hidden ones, too */
  double           time;
} Moment;

static void
moment_clear (Moment *moment)
{
  g_clear_pointer (&moment->workspace, rankle_workspace_free);
  g_clear_pointer (&moment->state, g_free);
  g_clear_pointer (&moment->observables, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Moment, moment_clear)

/* A change holds from its time on. */
static void
set_parameters (Moment *moment, RankleProtocol *protocol, guint n_parameters)
{
  g_autofree double *parameters = g_memdup2 (rankle_protocol_get_parameters (protocol),
                                             n_parameters * sizeof (double));
  guint              n;
  const RankleEvent *events = rankle_protocol_get_events (protocol, &n);

  for (guint i = 0; i < n && events[i].time <= moment->time; i++)
    if (events[i].kind == RANKLE_EVENT_PARAMETER)
      parameters[events[i].target] = events[i].value;
  rankle_workspace_set_parameters (moment->workspace, parameters);
}

static void
moment_open (Moment *moment, const RankleTrajectory *run, double time)
{
  RankleModel *model = rankle_trajectory_get_model (run);
  guint        n_states = rankle_model_get_n_states (model);

  moment->time = time;
  moment->workspace = rankle_workspace_new (model);
  moment->state = g_new0 (double, n_states + 1);
  moment->observables = g_new0 (double, rankle_model_get_n_observables (model) + 1);
  set_parameters (moment, rankle_trajectory_get_protocol (run),
                  rankle_model_get_n_parameters (model));
  for (guint i = 0; i < n_states; i++)
    moment->state[i] = rankle_trajectory_get_value_at (run, i, time);
  rankle_workspace_observables (moment->workspace, time, moment->state,
                                moment->observables);
}

double
rankle_term_get_value_at (const RankleTerm       *term,
                          const RankleTrajectory *run,
                          double                  time)
{
  g_auto (Moment) moment = { 0 };

  g_return_val_if_fail (term != NULL && run != NULL, NAN);
  g_return_val_if_fail (rankle_term_get_model (term) == rankle_trajectory_get_model (run),
                        NAN);

  moment_open (&moment, run, time);
  return rankle_term_evaluate (term, moment.workspace, time, moment.state);
}

void
rankle_terms_list_values_at (RankleTerm *const      *terms,
                             guint                   n,
                             const RankleTrajectory *run,
                             double                  time,
                             double                 *values)
{
  g_auto (Moment) moment = { 0 };

  g_return_if_fail (terms != NULL && run != NULL && values != NULL);

  moment_open (&moment, run, time);
  for (guint i = 0; i < n; i++)
    values[i] = rankle_term_evaluate (terms[i], moment.workspace, time, moment.state);
}

/* ---- in words ---- */

char *
rankle_term_formula_in_words (const RankleTerm *term)
{
  g_autoptr (GString) words = NULL;

  g_return_val_if_fail (term != NULL, NULL);

  words = g_string_new (rankle_term_get_formula (term));
  g_string_replace (words, " * ", " × ", 0);
  g_string_replace (words, " - ", " − ", 0);
  return g_strdup (words->str);
}

static char *
format_amount (double value, const char *unit)
{
  g_autofree char *number =
      isnan (value) ? g_strdup ("–") : rankle_plot_format_value (value);

  if (unit == NULL || *unit == '\0')
    return g_steal_pointer (&number);
  return g_strconcat (number, "\302\240", unit, NULL);
}

static gboolean
is_of (const RankleTerm *term, const RankleTrajectory *run)
{
  return run != NULL && rankle_trajectory_get_model (run) == rankle_term_get_model (term);
}

char *
rankle_term_value_in_words (const RankleTerm       *term,
                            const RankleTrajectory *run,
                            const RankleTrajectory *baseline,
                            double                  time)
{
  const char      *unit;
  g_autofree char *now = NULL, *before = NULL;

  g_return_val_if_fail (term != NULL, NULL);

  if (!is_of (term, run))
    return g_strdup ("");
  unit = rankle_term_get_unit (term);
  now = format_amount (rankle_term_get_value_at (term, run, time), unit);
  if (!is_of (term, baseline))
    return g_steal_pointer (&now);
  before = format_amount (rankle_term_get_value_at (term, baseline, time), unit);
  /* Translators: what a term of an equation comes to in this run, then at baseline */
  return g_strdup_printf (_ ("%1$s, %2$s at baseline"), now, before);
}

static double
get_value (const Moment *moment, const RankleQuantity *quantity)
{
  switch (quantity->kind)
    {
    case RANKLE_QUANTITY_STATE:
      return moment->state[quantity->index];
    case RANKLE_QUANTITY_OBSERVABLE:
      return moment->observables[quantity->index];
    case RANKLE_QUANTITY_PARAMETER:
    default:
      return rankle_workspace_get_parameter (moment->workspace, quantity->index);
    }
}

char *
rankle_term_names_in_words (const RankleTerm       *term,
                            const RankleTrajectory *run,
                            double                  time)
{
  g_auto (Moment) moment = { 0 };
  GString *words = g_string_new (NULL);

  g_return_val_if_fail (term != NULL, NULL);

  if (!is_of (term, run))
    return g_string_free (words, FALSE);
  moment_open (&moment, run, time);
  for (const char *const *name = rankle_term_get_names (term); *name != NULL; name++)
    {
      const RankleQuantity *quantity =
          rankle_model_find (rankle_term_get_model (term), *name);
      g_autofree char *amount = NULL;

      if (quantity == NULL)
        continue;
      amount = format_amount (get_value (&moment, quantity), quantity->unit);
      g_string_append_printf (words, "%s%s\302\240=\302\240%s",
                              words->len > 0 ? "; " : "", *name, amount);
    }
  return g_string_free (words, FALSE);
}
