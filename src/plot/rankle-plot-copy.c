/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Everything that a plot points to is put into one piece of memory. Until all of it is
 * there, and the piece stays where it is, a pointer is the place in the piece, counted
 * from 1. Two copies are equal when what was so written is. */

#include "rankle-plot-copy.h"

#include <string.h>

#define ALIGNMENT 8

struct _RanklePlotCopy
{
  RanklePlot  plot;   /* with pointers into @data */
  RanklePlot  places; /* with places in @data */
  GByteArray *data;
  GByteArray *raw; /* what @data was before its own pointers were set: to be compared */
};

/* (nullable) @source; returns its place. */
static gconstpointer
keep (RanklePlotCopy *self, gconstpointer source, gsize size)
{
  static const guint8 zeros[ALIGNMENT];
  guint               place = self->data->len;

  if (source == NULL || size == 0)
    return NULL;
  g_assert (place % ALIGNMENT == 0);
  g_byte_array_append (self->data, source, (guint)size);
  g_byte_array_append (self->data, zeros, (ALIGNMENT - size % ALIGNMENT) % ALIGNMENT);
  return GSIZE_TO_POINTER ((gsize)place + 1);
}

static const char *
keep_text (RanklePlotCopy *self, const char *text)
{
  return keep (self, text, text == NULL ? 0 : strlen (text) + 1);
}

static gconstpointer
find (const RanklePlotCopy *self, gconstpointer place)
{
  gsize at = GPOINTER_TO_SIZE (place);

  g_assert (at <= self->data->len);
  return at == 0 ? NULL : self->data->data + at - 1;
}

/* Series of one run have their times in common. */
static const double *
keep_times (RanklePlotCopy *self, const RanklePlot *plot, guint series)
{
  const RanklePlotSeries *s = &plot->series[series];

  if (series > 0 && s->x == s[-1].x && s->n == s[-1].n)
    return self->places.series[series - 1].x;
  return keep (self, s->x, s->n * sizeof *s->x);
}

static void
keep_series (RanklePlotCopy *self, const RanklePlot *plot, guint series)
{
  const RanklePlotSeries *source = &plot->series[series];
  RanklePlotSeries       *place = &self->places.series[series];

  place->n = source->n;
  place->factor = source->factor;
  place->x = keep_times (self, plot, series);
  place->y = keep (self, source->y, source->n * sizeof *source->y);
  place->n_beyond = source->n_beyond;
  place->beyond =
      keep (self, source->beyond, 2 * source->n_beyond * sizeof *source->beyond);
}

static void
keep_points (RanklePlotCopy *self, const RanklePlot *plot)
{
  g_autofree RanklePlotPoint *points = g_new0 (RanklePlotPoint, plot->n_points + 1);

  for (guint i = 0; i < plot->n_points; i++)
    {
      points[i].series = plot->points[i].series;
      points[i].x_from = plot->points[i].x_from;
      points[i].x = plot->points[i].x;
      points[i].y = plot->points[i].y;
      points[i].low = plot->points[i].low;
      points[i].high = plot->points[i].high;
      points[i].mark = plot->points[i].mark;
      points[i].recalled = plot->points[i].recalled;
      points[i].letter = keep_text (self, plot->points[i].letter);
    }
  self->places.n_points = plot->n_points;
  self->places.points = keep (self, points, plot->n_points * sizeof *points);
}

static void
keep_numbers (RanklePlot *places, const RanklePlot *plot)
{
  places->kind = plot->kind;
  places->n_series = plot->n_series;
  places->x_min = plot->x_min;
  places->x_max = plot->x_max;
  places->y_min = plot->y_min;
  places->y_max = plot->y_max;
  places->is_stopped = plot->is_stopped;
  places->stopped = plot->is_stopped ? plot->stopped : 0;
  places->logarithmic = plot->logarithmic;
  places->include_zero = plot->include_zero;
  places->reference = plot->reference;
}

static void
set_pointers (RanklePlotCopy *self)
{
  RanklePlot      *plot = &self->plot;
  RanklePlotPoint *points;

  *plot = self->places;
  for (guint i = 0; i < plot->n_series; i++)
    {
      plot->series[i].x = find (self, plot->series[i].x);
      plot->series[i].y = find (self, plot->series[i].y);
      plot->series[i].beyond = find (self, plot->series[i].beyond);
    }
  plot->nothing = find (self, plot->nothing);
  plot->time_unit = find (self, plot->time_unit);
  plot->marks = find (self, plot->marks);
  plot->remark = find (self, plot->remark);
  plot->warning = find (self, plot->warning);
  points = (RanklePlotPoint *)find (self, plot->points);
  for (guint i = 0; i < plot->n_points; i++)
    points[i].letter = find (self, points[i].letter);
  plot->points = points;
}

RanklePlotCopy *
rankle_plot_copy_new (const RanklePlot *plot)
{
  RanklePlotCopy *self;

  g_return_val_if_fail (plot != NULL, NULL);
  g_return_val_if_fail (plot->n_series <= RANKLE_PLOT_MAX_SERIES, NULL);

  self = g_new0 (RanklePlotCopy, 1);
  self->data = g_byte_array_new ();
  keep_numbers (&self->places, plot);
  for (guint i = 0; i < plot->n_series; i++)
    keep_series (self, plot, i);
  if (plot->n_series > 0)
    self->places.nothing = keep (self, plot->nothing, plot->series[0].n);
  self->places.time_unit = keep_text (self, plot->time_unit);
  self->places.n_marks = plot->n_marks;
  self->places.marks = keep (self, plot->marks, plot->n_marks * sizeof *plot->marks);
  self->places.remark = keep_text (self, plot->remark);
  self->places.warning = keep_text (self, plot->warning);
  keep_points (self, plot);
  self->raw = g_byte_array_sized_new (self->data->len);
  g_byte_array_append (self->raw, self->data->data, self->data->len);
  set_pointers (self);
  return self;
}

void
rankle_plot_copy_free (RanklePlotCopy *copy)
{
  g_return_if_fail (copy != NULL);

  g_byte_array_unref (copy->data);
  g_byte_array_unref (copy->raw);
  g_free (copy);
}

const RanklePlot *
rankle_plot_copy_get_plot (const RanklePlotCopy *copy)
{
  g_return_val_if_fail (copy != NULL, NULL);

  return &copy->plot;
}

gboolean
rankle_plot_copy_equal (const RanklePlotCopy *a, const RanklePlotCopy *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  return memcmp (&a->places, &b->places, sizeof a->places) == 0 &&
         a->raw->len == b->raw->len &&
         memcmp (a->raw->data, b->raw->data, a->raw->len) == 0;
}
