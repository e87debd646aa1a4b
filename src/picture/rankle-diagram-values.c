/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rankle-diagram-values.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <math.h>

#include "rankle-catalog.h"
#include "rankle-excursion.h"
#include "rankle-idle.h"

struct _RankleDiagramValues
{
  RankleDiagram        *diagram; /* (owned) */
  RankleModel          *model;   /* (owned) */
  RankleGlyphState     *states;  /* (owned) (array length=glyphs) */
  int                  *columns; /* (owned) (array length=glyphs): -1: not simulated */
  const RankleControl **makers;  /* (owned) (array length=glyphs): controls, or NULL */
  RankleTrajectory     *run;     /* (owned) (nullable): whose peaks are known */
  double               *peaks;   /* (owned) (array length=glyphs) */
};

RankleDiagram *
rankle_diagram_load_for (RankleModel *model, GError **error)
{
  const char *name;
  g_autoptr (GBytes) text = NULL;
  gsize length;

  g_return_val_if_fail (model != NULL, NULL);

  name = rankle_model_get_diagram (model);
  if (name == NULL)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                           _ ("This model comes without a pathway map."));
      return NULL;
    }
  text = rankle_catalog_read ("diagrams", name, error);
  if (text == NULL)
    return NULL;
  length = g_bytes_get_size (text);
  return rankle_diagram_new_from_sbgn (g_bytes_get_data (text, NULL), (gssize)length,
                                       name, error);
}

static const RankleControl *
find_maker (RankleModel *model, const char *glyph)
{
  for (guint i = 0; i < rankle_model_get_n_controls (model); i++)
    {
      const RankleControl *control = rankle_model_get_control (model, i);

      if (control->absent == NULL && control->role == RANKLE_CONTROL_PARAMETER &&
          g_ascii_strcasecmp (control->id, glyph) == 0)
        return control;
    }
  return NULL;
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
  self->makers = g_new0 (const RankleControl *, n);
  self->peaks = g_new0 (double, n);
  for (guint i = 0; i < n; i++)
    {
      const char *id = rankle_diagram_get_glyph (diagram, i)->id;

      self->columns[i] = rankle_model_find_glyph_column (model, id);
      self->makers[i] = find_maker (model, id);
      self->states[i].label = g_intern_string (rankle_model_get_glyph_label (model, id));
      if (self->columns[i] >= 0)
        self->states[i].unit = g_intern_string (
            rankle_model_get_column (model, (guint)self->columns[i])->unit);
    }
  return self;
}

void
rankle_diagram_values_free (RankleDiagramValues *values)
{
  g_return_if_fail (values != NULL);

  g_clear_pointer (&values->run, rankle_trajectory_unref);
  rankle_diagram_unref (values->diagram);
  rankle_model_unref (values->model);
  g_free (values->states);
  g_free (values->columns);
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

/* Of what the baseline has nothing of, such as a drug: how much of its own peak. */
static double
get_share (RankleDiagramValues *self, guint glyph)
{
  g_assert (self->run != NULL && self->columns[glyph] >= 0);

  if (isnan (self->peaks[glyph]))
    self->peaks[glyph] = find_peak (self->run, (guint)self->columns[glyph]);
  if (!(self->peaks[glyph] > 0))
    return 0;
  return self->states[glyph].value / self->peaks[glyph];
}

/* Nothing of it at baseline either is no knock-out. */
static gboolean
is_at_nothing (const RankleControl *control, RankleScenario *scenario)
{
  double value = control->neutral;

  g_assert (control->absent == NULL && control->role == RANKLE_CONTROL_PARAMETER);

  rankle_scenario_get_control (scenario, control->id, &value);
  return !control->ends_never && fabs (control->neutral) > 0 && !(fabs (value) > 0);
}

/* By itself, or by what it needs: RANKL is off by its slider as by its gene. */
static gboolean
is_off (const RankleDiagramValues *self,
        const RankleControl       *maker,
        RankleScenario            *scenario)
{
  const RankleControl *needed = rankle_control_find_needed (self->model, maker);

  return is_at_nothing (maker, scenario) ||
         (needed != NULL && is_at_nothing (needed, scenario));
}

static RankleGlyphStanding
get_standing (const RankleDiagramValues *self, const RankleSession *session, guint glyph)
{
  const RankleControl *maker = self->makers[glyph];

  if (maker != NULL && is_off (self, maker, rankle_session_get_scenario (session)))
    return RANKLE_GLYPH_KNOCKED_OUT;
  return self->columns[glyph] < 0 ? RANKLE_GLYPH_NOT_SIMULATED : RANKLE_GLYPH_SIMULATED;
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
    state->value = state->ratio = state->share = NAN;
}

static void
fill_state (RankleDiagramValues *self, guint glyph, RankleTrajectory *baseline, double at)
{
  RankleGlyphState *state = &self->states[glyph];
  guint             column = (guint)self->columns[glyph];

  g_assert (self->run != NULL && self->columns[glyph] >= 0);

  state->value = rankle_trajectory_get_shown_at (self->run, column, at);
  state->ratio = rankle_trajectory_get_ratio_at (self->run, baseline, column, at);
  state->of_nothing = isnan (state->value);
  if (isnan (state->ratio))
    state->share = get_share (self, glyph);
  hide_beyond (self, glyph, at);
}

void
rankle_diagram_values_update (RankleDiagramValues *values,
                              const RankleSession *session,
                              RankleTrajectory    *run,
                              RankleTrajectory    *baseline)
{
  gboolean known;

  g_return_if_fail (values != NULL && session != NULL);

  known = is_of_model (values, run) && is_of_model (values, baseline);
  if (is_of_model (values, run))
    find_peaks (values, run);
  for (guint i = 0; i < rankle_diagram_get_n_glyphs (values->diagram); i++)
    {
      RankleGlyphState *state = &values->states[i];

      state->standing = get_standing (values, session, i);
      state->value = state->ratio = state->share = NAN;
      state->of_nothing = state->is_beyond = FALSE;
      if (known && values->columns[i] >= 0)
        fill_state (values, i, baseline, rankle_session_get_cursor (session));
    }
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

  if (values->columns[glyph] < 0)
    return NULL;
  return rankle_model_get_column (values->model, (guint)values->columns[glyph]);
}
