/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "rankle-quantity.h"

const char *
rankle_grade_to_string (RankleGrade grade)
{
  static const char *const names[] = {
    [RANKLE_GRADE_UNSTATED] = "unstated", [RANKLE_GRADE_PUBLISHED] = "published",
    [RANKLE_GRADE_ADAPTED] = "adapted",   [RANKLE_GRADE_FITTED] = "fitted",
    [RANKLE_GRADE_OURS] = "ours",
  };

  g_return_val_if_fail (grade < G_N_ELEMENTS (names), "unstated");

  return names[grade];
}
