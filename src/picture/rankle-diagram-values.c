/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rankle-diagram-values.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <math.h>

#include "rankle-catalog.h"
#include "rankle-diagram-input.h"
#include "rankle-excursion.h"
#include "rankle-glyph-choices.h"
#include "rankle-model-terms.h"
#include "rankle-term-words.h"

struct _RankleDiagramValues
{
  RankleDiagram      *diagram;      /* (owned) */
  RankleModel        *model;        /* (owned) */
  RankleGlyphState   *states;       /* (owned) (array length=glyphs) */
  int                *columns;      /* (owned) (array length=glyphs): -1: it has none */
  RankleDiagramInput *inputs;       /* (owned) (array length=glyphs): of those */
  RankleGlyphShown   *shown;        /* (owned) (array length=glyphs) */
  GPtrArray         **makers;       /* (owned) (array length=glyphs): RankleControl */
  int                *flows;        /* (owned) (array length=arcs): of terms; -1: none */
  GPtrArray          *terms;        /* (owned): RankleTerm, of processes */
  double             *now, *before; /* (owned): room for their values, and at baseline */
  RankleTrajectory   *run;          /* (owned) (nullable): whose peaks are known */
  double             *peaks;        /* (owned) (array length=glyphs) */
};

/* (transfer full) (nullable): of a model from a file the one beside it, else a bundled
 * one of that name. */
static GBytes *
find_text (RankleModel *model, const char *name)
{
  RankleModelOrigin *origin = rankle_model_get_origin (model);
  GBytes *own = origin == NULL ? NULL : rankle_model_origin_get_diagram (origin);

  return own != NULL ? g_bytes_ref (own) : rankle_catalog_read ("diagrams", name, NULL);
}

RankleDiagram *
rankle_diagram_load_for (RankleModel *model, GError **error)
{
  const char *name;
  g_autoptr (GBytes) text = NULL;

  g_return_val_if_fail (model != NULL, NULL);

  name = rankle_model_get_diagram (model);
  if (name == NULL)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                           _ ("This model comes without a pathway map."));
      return NULL;
    }
  text = find_text (model, name);
  if (text != NULL)
    return rankle_diagram_new_from_sbgn (g_bytes_get_data (text, NULL),
                                         (gssize)g_bytes_get_size (text), name, error);
  /* Translators: file, line and place; the name of a file */
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
               _ ("%s: there is no file “%s” beside it that can be read"),
               rankle_model_get_diagram_place (model), name);
  return NULL;
}

static GPtrArray *
find_makers (RankleModel *model, const char *glyph)
{
  GPtrArray *makers = g_ptr_array_new ();

  for (guint i = 0; i < rankle_model_get_n_controls (model); i++)
    {
      const RankleControl *control = rankle_model_get_control (model, i);

      if (rankle_model_control_makes_glyph (model, control, glyph))
        g_ptr_array_add (makers, (gpointer)control);
    }
  return makers;
}

static gboolean
is_input (const RankleDiagramValues *self, guint glyph)
{
  g_assert (self->columns[glyph] < 0 || self->inputs[glyph].parameter < 0);

  return self->inputs[glyph].parameter >= 0;
}

/* (nullable) */
static const char *
get_unit (const RankleDiagramValues *self, guint glyph)
{
  if (is_input (self, glyph))
    return _rankle_diagram_input_get_unit (&self->inputs[glyph], self->model);
  return self->columns[glyph] < 0
             ? NULL
             : rankle_model_get_column (self->model, (guint)self->columns[glyph])->unit;
}

static void
bind (RankleDiagramValues *self, guint glyph)
{
  const RankleGlyph *it = rankle_diagram_get_glyph (self->diagram, glyph);
  RankleGlyphState  *state = &self->states[glyph];

  self->columns[glyph] = rankle_model_find_glyph_column (self->model, it->id);
  self->inputs[glyph].parameter = -1;
  if (self->columns[glyph] < 0)
    self->inputs[glyph] = _rankle_diagram_input_find (self->model, it);
  self->makers[glyph] = find_makers (self->model, it->id);
  self->shown[glyph] = rankle_model_get_glyph_shown (self->model, it->id);
  state->label = g_intern_string (rankle_model_get_glyph_label (self->model, it->id));
  state->unit = g_intern_string (get_unit (self, glyph));
  state->is_alone = is_input (self, glyph) || self->shown[glyph] == RANKLE_SHOWN_VALUE;
}

gboolean
rankle_diagram_glyph_has_amount (const RankleModel *model, const RankleGlyph *glyph)
{
  g_return_val_if_fail (model != NULL && glyph != NULL, FALSE);

  return rankle_model_find_glyph_column (model, glyph->id) >= 0 ||
         _rankle_diagram_input_find (model, glyph).parameter >= 0;
}

/* The process from which matter comes along the arc, or to which it goes. By the other
 * arcs somebody has a say in what flows elsewhere, and how much of them there is tells
 * how much. */
static guint
find_process (const RankleDiagram *diagram, guint arc)
{
  const RankleArc *it = rankle_diagram_get_arc (diagram, arc);
  guint            end = RANKLE_NO_GLYPH;

  if (it->klass == RANKLE_ARC_PRODUCTION)
    end = it->source;
  else if (it->klass == RANKLE_ARC_CONSUMPTION)
    end = it->target;
  return end != RANKLE_NO_GLYPH &&
                 !rankle_glyph_is_entity (rankle_diagram_get_glyph (diagram, end))
             ? end
             : RANKLE_NO_GLYPH;
}

/* Of one process once: to read a term is to read the model's document. */
static void
read_flows (RankleDiagramValues *self)
{
  guint n = rankle_diagram_get_n_arcs (self->diagram);

  self->flows = g_new (int, n + 1);
  self->terms = g_ptr_array_new_with_free_func ((GDestroyNotify)rankle_term_free);
  for (guint i = 0; i < n; i++)
    {
      guint       process = find_process (self->diagram, i);
      RankleTerm *term;

      self->flows[i] = -1;
      for (guint j = 0; process != RANKLE_NO_GLYPH && j < i; j++)
        if (find_process (self->diagram, j) == process)
          {
            self->flows[i] = self->flows[j];
            process = RANKLE_NO_GLYPH;
          }
      term =
          process == RANKLE_NO_GLYPH
              ? NULL
              : rankle_model_read_glyph_term (
                    self->model, rankle_diagram_get_glyph (self->diagram, process)->id);
      if (term == NULL)
        continue;
      self->flows[i] = (int)self->terms->len;
      g_ptr_array_add (self->terms, term);
    }
  self->now = g_new0 (double, self->terms->len + 1);
  self->before = g_new0 (double, self->terms->len + 1);
}

RankleDiagramValues *
rankle_diagram_values_new (RankleDiagram *diagram, RankleModel *model)
{
  RankleDiagramValues *self;
  guint                n;

  g_return_val_if_fail (diagram != NULL && model != NULL, NULL);

  n = rankle_diagram_get_n_glyphs (diagram);
  self = g_new0 (RankleDiagramValues, 1);
  self->diagram = rankle_diagram_ref (diagram);
  self->model = rankle_model_ref (model);
  self->states = rankle_diagram_state_new (diagram);
  self->columns = g_new0 (int, n);
  self->inputs = g_new0 (RankleDiagramInput, n);
  self->shown = g_new0 (RankleGlyphShown, n);
  self->makers = g_new0 (GPtrArray *, n);
  self->peaks = g_new0 (double, n);
  for (guint i = 0; i < n; i++)
    bind (self, i);
  read_flows (self);
  for (guint i = 0; i < rankle_diagram_get_n_arcs (diagram); i++)
    if (self->flows[i] >= 0)
      self->states[rankle_diagram_state_of_arc (diagram, i)].standing =
          RANKLE_GLYPH_SIMULATED;
  return self;
}

void
rankle_diagram_values_free (RankleDiagramValues *values)
{
  g_return_if_fail (values != NULL);

  for (guint i = 0; i < rankle_diagram_get_n_glyphs (values->diagram); i++)
    g_ptr_array_unref (values->makers[i]);
  g_ptr_array_unref (values->terms);
  g_free (values->flows);
  g_free (values->now);
  g_free (values->before);
  g_clear_pointer (&values->run, rankle_trajectory_unref);
  rankle_diagram_unref (values->diagram);
  rankle_model_unref (values->model);
  g_free (values->states);
  g_free (values->columns);
  g_free (values->inputs);
  g_free (values->shown);
  g_free (values->makers);
  g_free (values->peaks);
  g_free (values);
}

static double
find_peak (RankleTrajectory *run, guint column)
{
  const double *values = rankle_trajectory_get_column (run, column);
  double        peak = 0;

  for (guint i = 0; i < rankle_trajectory_get_n_times (run); i++)
    peak = MAX (peak, values[i]);
  return peak > rankle_trajectory_get_floor (run, column) ? peak : 0;
}

static void
find_peaks (RankleDiagramValues *self, RankleTrajectory *run)
{
  g_assert (rankle_trajectory_get_model (run) == self->model);

  if (self->run == run)
    return;
  g_clear_pointer (&self->run, rankle_trajectory_unref);
  self->run = rankle_trajectory_ref (run);
  for (guint i = 0; i < rankle_diagram_get_n_glyphs (self->diagram); i++)
    self->peaks[i] = NAN;
}

/* What is told by its value is little where the baseline comes to have more of it. */
static double
find_whole_peak (const RankleDiagramValues *self, guint glyph, RankleTrajectory *baseline)
{
  guint  column = (guint)self->columns[glyph];
  double own = find_peak (self->run, column);

  g_assert (own >= 0);
  return self->shown[glyph] == RANKLE_SHOWN_VALUE
             ? MAX (own, find_peak (baseline, column))
             : own;
}

/* Of what the baseline has nothing of, such as a drug: how much of its own peak. */
static double
get_share (RankleDiagramValues *self, guint glyph, RankleTrajectory *baseline)
{
  g_assert (self->run != NULL && self->columns[glyph] >= 0);

  if (isnan (self->peaks[glyph]))
    self->peaks[glyph] = find_whole_peak (self, glyph, baseline);
  if (!(self->peaks[glyph] > 0))
    return 0;
  return self->states[glyph].value / self->peaks[glyph];
}

/* By its slider as by its gene. What merely has nothing to do is not off. */
static gboolean
is_off (const RankleDiagramValues *self, guint glyph, RankleScenario *scenario)
{
  const GPtrArray *makers = self->makers[glyph];

  for (guint i = 0; i < makers->len; i++)
    if (rankle_control_is_at_nothing (g_ptr_array_index (makers, i), scenario,
                                      self->model))
      return TRUE;
  return FALSE;
}

static RankleGlyphStanding
get_standing (const RankleDiagramValues *self, const RankleSession *session, guint glyph)
{
  if (is_off (self, glyph, rankle_session_get_scenario (session)))
    return RANKLE_GLYPH_KNOCKED_OUT;
  return self->columns[glyph] < 0 && !is_input (self, glyph) ? RANKLE_GLYPH_NOT_SIMULATED
                                                             : RANKLE_GLYPH_SIMULATED;
}

static gboolean
is_held (const RankleDiagramValues *self, guint glyph, const RankleScenario *scenario)
{
  const RankleQuantity *column =
      self->columns[glyph] < 0
          ? NULL
          : rankle_model_get_column (self->model, (guint)self->columns[glyph]);

  return column != NULL && column->kind == RANKLE_QUANTITY_STATE &&
         rankle_scenario_get_held (scenario, column->id, NULL);
}

static gboolean
is_of_model (const RankleDiagramValues *self, RankleTrajectory *run)
{
  return run != NULL && rankle_trajectory_get_model (run) == self->model;
}

/* A number that is not to be read is none. */
static void
hide_beyond (RankleDiagramValues *self, guint glyph, double time)
{
  RankleGlyphState *state = &self->states[glyph];

  g_assert (self->columns[glyph] >= 0);

  state->is_beyond =
      rankle_excursions_cover (self->run, (guint)self->columns[glyph], time);
  if (state->is_beyond)
    state->value = state->ratio = state->share = state->shade = NAN;
}

/* What is no multiple of its baseline differs from it. */
static void
fill_difference (RankleDiagramValues *self,
                 guint                glyph,
                 RankleTrajectory    *baseline,
                 double               at,
                 double               shade)
{
  RankleGlyphState *state = &self->states[glyph];

  g_assert (shade > 0);

  state->has_no_multiples = TRUE;
  state->otherwise =
      rankle_trajectory_get_shown_at (baseline, (guint)self->columns[glyph], at);
  state->shade = exp2 ((state->value - state->otherwise) / shade);
}

/* What a column of multiples counts in. */
static double
get_whole (const RankleGlyphState *state)
{
  g_assert (state->unit != NULL);

  return *state->unit == '%' ? 100 : 1;
}

static double
get_ratio (const RankleDiagramValues *self,
           guint                      glyph,
           RankleTrajectory          *baseline,
           double                     at)
{
  const RankleGlyphState *state = &self->states[glyph];

  if (self->shown[glyph] == RANKLE_SHOWN_VALUE)
    return NAN;
  if (self->shown[glyph] == RANKLE_SHOWN_MULTIPLE)
    return state->value / get_whole (state);
  return rankle_trajectory_get_ratio_at (self->run, baseline, (guint)self->columns[glyph],
                                         at);
}

static void
fill_state (RankleDiagramValues *self, guint glyph, RankleTrajectory *baseline, double at)
{
  RankleGlyphState *state = &self->states[glyph];
  guint             column = (guint)self->columns[glyph];
  double            shade = rankle_model_get_column (self->model, column)->shade;

  g_assert (self->run != NULL && self->columns[glyph] >= 0);

  state->value = rankle_trajectory_get_shown_at (self->run, column, at);
  state->of_nothing = isnan (state->value);
  if (shade > 0)
    fill_difference (self, glyph, baseline, at, shade);
  else
    state->ratio = get_ratio (self, glyph, baseline, at);
  if (isnan (state->ratio) && !state->has_no_multiples)
    state->share = get_share (self, glyph, baseline);
  hide_beyond (self, glyph, at);
}

/* Where nothing flows at baseline there is no ratio. */
static void
fill_fluxes (RankleDiagramValues *self,
             RankleTrajectory    *run,
             RankleTrajectory    *baseline,
             double               at)
{
  RankleTerm *const *terms = (RankleTerm *const *)self->terms->pdata;

  if (self->terms->len == 0)
    return;
  rankle_terms_list_values_at (terms, self->terms->len, run, at, self->now);
  rankle_terms_list_values_at (terms, self->terms->len, baseline, at, self->before);
  for (guint i = 0; i < rankle_diagram_get_n_arcs (self->diagram); i++)
    {
      double ratio = self->flows[i] < 0 ? NAN
                                        : fabs (self->now[self->flows[i]]) /
                                              fabs (self->before[self->flows[i]]);

      self->states[rankle_diagram_state_of_arc (self->diagram, i)].ratio =
          isfinite (ratio) ? ratio : NAN;
    }
}

static void
forget_fluxes (RankleDiagramValues *self)
{
  for (guint i = 0; i < rankle_diagram_get_n_arcs (self->diagram); i++)
    self->states[rankle_diagram_state_of_arc (self->diagram, i)].ratio = NAN;
}

void
rankle_diagram_values_update (RankleDiagramValues *values,
                              const RankleSession *session,
                              RankleTrajectory    *run,
                              RankleTrajectory    *baseline)
{
  double   at;
  gboolean known;

  g_return_if_fail (values != NULL && session != NULL);

  at = rankle_session_get_cursor (session);
  known = is_of_model (values, run) && is_of_model (values, baseline);
  if (is_of_model (values, run))
    find_peaks (values, run);
  for (guint i = 0; i < rankle_diagram_get_n_glyphs (values->diagram); i++)
    {
      RankleGlyphState *state = &values->states[i];

      state->standing = get_standing (values, session, i);
      state->is_held = is_held (values, i, rankle_session_get_scenario (session));
      state->value = state->ratio = state->share = NAN;
      state->otherwise = state->shade = NAN;
      state->of_nothing = state->is_beyond = state->has_no_multiples = FALSE;
      if (known && values->columns[i] >= 0)
        fill_state (values, i, baseline, at);
      else if (known && is_input (values, i))
        _rankle_diagram_input_fill (&values->inputs[i], run, at, state);
    }
  if (known)
    fill_fluxes (values, run, baseline, at);
  else
    forget_fluxes (values);
}

const RankleGlyphState *
rankle_diagram_values_get_states (const RankleDiagramValues *values)
{
  g_return_val_if_fail (values != NULL, NULL);

  return values->states;
}

const RankleQuantity *
rankle_diagram_values_get_quantity (const RankleDiagramValues *values, guint glyph)
{
  g_return_val_if_fail (values != NULL, NULL);
  g_return_val_if_fail (glyph < rankle_diagram_get_n_glyphs (values->diagram), NULL);

  if (is_input (values, glyph))
    return rankle_model_get_parameter (values->model,
                                       (guint)values->inputs[glyph].parameter);
  if (values->columns[glyph] < 0)
    return NULL;
  return rankle_model_get_column (values->model, (guint)values->columns[glyph]);
}
