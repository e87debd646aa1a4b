/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "rankle-diagram-input.h"

#include <math.h>

static gboolean
sets_parameter (const RankleControl *control)
{
  return control != NULL && control->absent == NULL &&
         control->role == RANKLE_CONTROL_PARAMETER;
}

RankleDiagramInput
_rankle_diagram_input_find (const RankleModel *model, const RankleGlyph *glyph)
{
  RankleDiagramInput    nothing = { NULL, -1 };
  const RankleControl  *control;
  const RankleQuantity *quantity;

  g_assert (model != NULL && glyph != NULL);

  if (glyph->klass != RANKLE_GLYPH_PERTURBING_AGENT)
    return nothing;
  control = rankle_model_find_control (model, glyph->id);
  if (sets_parameter (control))
    return (RankleDiagramInput){ control, (int)control->parameter };
  quantity = rankle_model_find (model, glyph->id);
  if (control == NULL && quantity != NULL && quantity->kind == RANKLE_QUANTITY_PARAMETER)
    return (RankleDiagramInput){ NULL, (int)quantity->index };
  return nothing;
}

const char *
_rankle_diagram_input_get_unit (const RankleDiagramInput *input, const RankleModel *model)
{
  g_assert (input->parameter >= 0);

  return input->control != NULL
             ? input->control->unit
             : rankle_model_get_parameter (model, (guint)input->parameter)->unit;
}

/* In the model's own unit. A change holds from its time on. */
static double
find_value (const RankleTrajectory *run, guint parameter, double time)
{
  RankleProtocol    *protocol = rankle_trajectory_get_protocol (run);
  RankleModel       *model = rankle_trajectory_get_model (run);
  double             value = rankle_protocol_get_parameters (protocol)[parameter];
  guint              n;
  const RankleEvent *events = rankle_protocol_get_events (protocol, &n);

  g_assert (parameter < rankle_model_get_n_parameters (model));

  if (isnan (value))
    value = rankle_model_get_parameter (model, parameter)->value;
  for (guint i = 0; i < n && events[i].time <= time; i++)
    if (events[i].kind == RANKLE_EVENT_PARAMETER && events[i].target == parameter)
      value = events[i].value;
  return value;
}

/* From where it does nothing, 0, to the end of its slider, 1. */
static double
find_share (const RankleControl *control, double value)
{
  double room = control->max - control->neutral;

  g_assert (sets_parameter (control));

  return room > 0 ? CLAMP ((value - control->neutral) / room, 0, 1) : 0;
}

void
_rankle_diagram_input_fill (const RankleDiagramInput *input,
                            const RankleTrajectory   *run,
                            double                    time,
                            RankleGlyphState         *state)
{
  const RankleControl *control = input->control;
  double               value;

  g_assert (input->parameter >= 0 && state->is_alone);

  value = find_value (run, (guint)input->parameter, time);
  if (control == NULL)
    {
      state->value = value;
      state->share = CLAMP (value, 0, 1);
      return;
    }
  value /= control->factor;
  state->value = value * control->display_factor;
  state->share = find_share (control, value);
}
