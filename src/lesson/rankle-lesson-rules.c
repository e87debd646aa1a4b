/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rankle-lesson-rules.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "rankle-lesson-start.h"
#include "rankle-shown-value.h"

static RankleRule
make_rule (const RankleLessonControls *controls, const char *id)
{
  RankleRule rule = { .least = -INFINITY, .most = INFINITY };

  rule.is_shown = rankle_lesson_controls_are_shown (controls, id);
  rule.is_locked = !rankle_lesson_controls_are_free (controls, id);
  rule.is_lit = g_strcmp0 (controls->spotlight, id) == 0;
  rankle_lesson_controls_get_limit (controls, id, &rule.least, &rule.most);
  return rule;
}

RankleRules *
rankle_lesson_make_rules (const RankleLessonStep *step, const RankleModel *model)
{
  RankleRules *rules;

  g_return_val_if_fail (step != NULL && model != NULL, NULL);

  rules = rankle_rules_new ();
  for (guint i = 0; i < rankle_model_get_n_controls (model); i++)
    {
      const RankleControl *control = rankle_model_get_control (model, i);
      RankleRule           rule = make_rule (&step->controls, control->id);

      rankle_rules_add (rules, control->id, &rule);
    }
  return rules;
}

static char *
limit_in_words (const RankleControl *control, double least, double most)
{
  g_autofree char *from = rankle_control_shown_in_words (control, least);
  g_autofree char *to = rankle_control_shown_in_words (control, most);

  /* Translators: a control, and between what it can be moved: "OPG: from 0.5 × to 6 ×" */
  return g_strdup_printf (_ ("%s: from %s to %s"), control->label, from, to);
}

GPtrArray *
rankle_lesson_list_limits (const RankleLessonStep *step, const RankleModel *model)
{
  GPtrArray *limits = g_ptr_array_new_with_free_func (g_free);

  g_return_val_if_fail (step != NULL && model != NULL, limits);

  for (guint i = 0; i < step->controls.n_limits; i++)
    {
      const RankleLessonLimit *limit = &step->controls.limits[i];
      const RankleControl *control = rankle_model_find_control (model, limit->control);

      if (control != NULL &&
          rankle_lesson_controls_are_free (&step->controls, limit->control))
        g_ptr_array_add (limits, limit_in_words (control, limit->least, limit->most));
    }
  return limits;
}
