/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "rankle-miniature.h"

#include <string.h>

#define MAX_NUMBERS 6 /* of a step */

#define GREY(level)                                                                      \
  {                                                                                      \
    level, level, level, 1                                                               \
  }

const RankleMiniatureInks rankle_miniature_inks_print = {
  [RANKLE_INK_GROUND] = GREY (1),
  [RANKLE_INK_INK] = GREY (0.14),
  [RANKLE_INK_DIM] = GREY (0.38),
  [RANKLE_INK_BLUE] = { 0, 0.45, 0.7, 1 },
  [RANKLE_INK_ORANGE] = { 0.79, 0.33, 0, 1 },
  [RANKLE_INK_GREEN] = { 0, 0.5, 0.36, 1 },
  [RANKLE_INK_PINK] = { 0.67, 0.31, 0.51, 1 },
  [RANKLE_INK_BLOOD] = { 0.99, 0.91, 0.9, 1 },
  [RANKLE_INK_MARROW] = { 1, 0.96, 0.89, 1 },
  [RANKLE_INK_CELL] = { 0.91, 0.95, 0.91, 1 },
  [RANKLE_INK_BONE] = { 0.92, 0.92, 0.93, 1 },
};

/* ---- paths ---- */

typedef struct
{
  char   letter; /* 0: there is none left */
  double numbers[MAX_NUMBERS];
} Step;

static int
count_numbers (char letter)
{
  switch (letter)
    {
    case 'M':
    case 'L':
      return 2;
    case 'C':
      return 6;
    case 'Z':
      return 0;
    default:
      return -1;
    }
}

static const char *
skip_spaces (const char *path)
{
  return path + strspn (path, " ");
}

/* FALSE: it is none. @path goes on behind it. */
static gboolean
read_step (const char **path, Step *step)
{
  const char *at = skip_spaces (*path);
  int         n;

  step->letter = *at;
  *path = at;
  if (*at == '\0')
    return TRUE;
  n = count_numbers (*at++);
  for (int i = 0; i < n; i++)
    {
      char *end;

      step->numbers[i] = g_ascii_strtod (at, &end);
      if (end == at)
        return FALSE;
      at = end;
    }
  *path = at;
  return n >= 0;
}

gboolean
rankle_miniature_path_is_sound (const char *path)
{
  Step step;

  g_return_val_if_fail (path != NULL, FALSE);

  if (*skip_spaces (path) != 'M')
    return FALSE;
  while (read_step (&path, &step))
    if (step.letter == '\0')
      return TRUE;
  return FALSE;
}

static void
take_step (cairo_t *cr, const Step *step)
{
  const double *at = step->numbers;

  if (step->letter == 'M')
    cairo_move_to (cr, at[0], at[1]);
  else if (step->letter == 'L')
    cairo_line_to (cr, at[0], at[1]);
  else if (step->letter == 'C')
    cairo_curve_to (cr, at[0], at[1], at[2], at[3], at[4], at[5]);
  else
    cairo_close_path (cr);
}

void
rankle_miniature_trace (cairo_t *cr, const char *path)
{
  Step step;

  g_return_if_fail (cr != NULL && path != NULL);

  cairo_new_path (cr);
  while (read_step (&path, &step) && step.letter != '\0')
    take_step (cr, &step);
}

/* ---- shapes ---- */

static void
set_ink (cairo_t *cr, const RankleMiniatureColor *color)
{
  cairo_set_source_rgba (cr, color->red, color->green, color->blue, color->alpha);
}

static void
paint_shape (cairo_t *cr, const RankleShape *shape, const RankleMiniatureColor *inks)
{
  g_assert (shape->fill < RANKLE_N_INKS && shape->line < RANKLE_N_INKS);

  rankle_miniature_trace (cr, shape->path);
  if (shape->fill != RANKLE_INK_NONE)
    {
      set_ink (cr, &inks[shape->fill]);
      cairo_fill_preserve (cr);
    }
  if (shape->line != RANKLE_INK_NONE)
    {
      set_ink (cr, &inks[shape->line]);
      cairo_set_line_width (cr, shape->width);
      cairo_stroke_preserve (cr);
    }
}

void
rankle_miniature_paint_shapes (cairo_t                   *cr,
                               const RankleShape         *shapes,
                               guint                      n,
                               const RankleMiniatureColor inks[RANKLE_N_INKS])
{
  g_return_if_fail (cr != NULL && (shapes != NULL || n == 0));

  cairo_save (cr);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  for (guint i = 0; i < n; i++)
    paint_shape (cr, &shapes[i], inks);
  cairo_new_path (cr);
  cairo_restore (cr);
}

void
rankle_miniature_paint (cairo_t                   *cr,
                        const RankleTopic         *topic,
                        double                     width,
                        double                     height,
                        const RankleMiniatureColor inks[RANKLE_N_INKS])
{
  double scale;

  g_return_if_fail (cr != NULL && topic != NULL && width > 0 && height > 0);

  scale = MIN (width / RANKLE_MINIATURE_WIDTH, height / RANKLE_MINIATURE_HEIGHT);
  cairo_save (cr);
  cairo_translate (cr, (width - scale * RANKLE_MINIATURE_WIDTH) / 2,
                   (height - scale * RANKLE_MINIATURE_HEIGHT) / 2);
  cairo_scale (cr, scale, scale);
  rankle_miniature_paint_shapes (cr, topic->shapes, topic->n_shapes, inks);
  cairo_restore (cr);
}
