/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-lesson.h"
#include "rankle-rules.h"

G_BEGIN_DECLS

/* (transfer full): what @step lets be done with each control of @model. */
RankleRules *rankle_lesson_make_rules (const RankleLessonStep *step,
                                       const RankleModel      *model);

/* (transfer full): char: "OPG: from × 0.5 to × 6": the limits of what is free. */
GPtrArray *rankle_lesson_list_limits (const RankleLessonStep *step,
                                      const RankleModel      *model);

G_END_DECLS
