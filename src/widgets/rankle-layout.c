/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "rankle-layout.h"

#include <math.h>

/* In sizes of the letters, since what has to fit is text. */
#define COLUMN_BELOW  48.0
#define TWO_BELOW     70.0
#define FOLDED_BELOW  63.0
#define NARROW_BELOW  34.0
#define LOW_BELOW     46.0
#define SIDE          20.45
#define PLOTS         11.5
#define COLUMN_PLOTS  9.6
#define STAGE_EMS     48.0
#define LEAST_LETTERS 0.7
/* Of the height: the rest of what is seen stays in sight above the controls. */
#define SHEET   0.5
#define PICTURE 0.62
/* Of the width. */
#define STAGE_SIDE 0.3

static RanklePanes
choose_panes (double ems)
{
  if (ems < COLUMN_BELOW)
    return RANKLE_PANES_ONE;
  return ems < TWO_BELOW ? RANKLE_PANES_TWO : RANKLE_PANES_THREE;
}

static double
choose_side (RanklePanes panes, int height, double em)
{
  switch (panes)
    {
    case RANKLE_PANES_ONE:
      return SHEET * height;
    case RANKLE_PANES_TWO:
    case RANKLE_PANES_THREE:
    default:
      return SIDE * em;
    }
}

static double
choose_letters (int height, double em)
{
  static const double sizes[] = { 2, 1.4, 1 };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    if (height / (sizes[i] * em) >= STAGE_EMS)
      return sizes[i];
  return LEAST_LETTERS;
}

RankleLayout
rankle_layout_choose (int width, int height, double em)
{
  RanklePanes panes;
  double      letters;

  g_assert (em > 0);

  panes = choose_panes (width / em);
  letters = choose_letters (height, em);
  return (RankleLayout){
    .panes = panes,
    .em = em,
    .low = panes == RANKLE_PANES_ONE || height / em < LOW_BELOW,
    .folded = width / em < FOLDED_BELOW,
    .narrow = width / em < NARROW_BELOW,
    .side = (int)lround (choose_side (panes, height, em)),
    .plots = (int)lround (em * (panes == RANKLE_PANES_ONE ? COLUMN_PLOTS : PLOTS)),
    .picture = (int)lround (PICTURE * height),
    .stage_side = (int)lround (MIN (STAGE_SIDE * width, SIDE * letters * em)),
    .letters = letters
  };
}

gboolean
rankle_layout_equal (const RankleLayout *a, const RankleLayout *b)
{
  return a->panes == b->panes && !(fabs (a->em - b->em) > 0) && a->low == b->low &&
         a->folded == b->folded && a->narrow == b->narrow && a->side == b->side &&
         a->plots == b->plots && a->picture == b->picture &&
         a->stage_side == b->stage_side;
}
