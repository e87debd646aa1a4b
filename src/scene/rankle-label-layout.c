/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "rankle-label-layout.h"

#define GAP        8.0  /* between a text and its leader [px] */
#define LEAST_LINE 14.0 /* of the longest text's leader, before it bends [px] */
#define BETWEEN    20.0 /* between two entries of a legend [px] */

/* A column, or a row of the legend: labels by index. */
typedef struct
{
  guint  index[RANKLE_LABELS_MOST];
  guint  n;
  double extent; /* of its labels along it, with what parts them */
} Line;

typedef struct
{
  const RankleLabel     *labels;
  const RankleLabelArea *area;
  RanklePlacedLabel     *placed;
} Layout;

static gboolean
takes (const Line *line, double extent, double between, double room)
{
  return line->n < RANKLE_LABELS_MOST &&
         line->extent + (line->n > 0 ? between : 0) + extent <= room;
}

static void
append (Line *line, guint index, double extent, double between)
{
  line->extent += (line->n > 0 ? between : 0) + extent;
  line->index[line->n++] = index;
}

/* ---- two columns ---- */

static void
sort_by_height (const Layout *layout, Line *column)
{
  for (guint i = 1; i < column->n; i++)
    for (guint k = i; k > 0 && layout->labels[column->index[k - 1]].y >
                                   layout->labels[column->index[k]].y;
         k--)
      {
        guint index = column->index[k];

        column->index[k] = column->index[k - 1];
        column->index[k - 1] = index;
      }
}

/* Labels that would overlap stand on each other in a block, whose place is the mean of
 * what each wants: the least squares (pool adjacent violators). */
static void
place_in_heights (const Layout *layout, const Line *column)
{
  double wanted[RANKLE_LABELS_MOST]; /* of the first label, by the block's mean */
  guint  size[RANKLE_LABELS_MOST];
  guint  n_blocks = 0;
  double above = layout->area->top;
  double slack =
      layout->area->height - layout->area->top - layout->area->bottom - column->extent;

  for (guint i = 0; i < column->n; i++)
    {
      const RankleLabel *label = &layout->labels[column->index[i]];

      wanted[n_blocks] = label->y - label->height / 2 - above;
      size[n_blocks++] = 1;
      above += label->height + RANKLE_LABELS_LEAST_SPACING;
      for (; n_blocks > 1 && wanted[n_blocks - 2] > wanted[n_blocks - 1]; n_blocks--)
        {
          guint both = size[n_blocks - 2] + size[n_blocks - 1];

          wanted[n_blocks - 2] = (wanted[n_blocks - 2] * size[n_blocks - 2] +
                                  wanted[n_blocks - 1] * size[n_blocks - 1]) /
                                 both;
          size[n_blocks - 2] = both;
        }
    }
  above = layout->area->top;
  for (guint block = 0, i = 0; block < n_blocks; block++)
    for (guint k = 0; k < size[block]; k++, i++)
      {
        layout->placed[column->index[i]].y = above + CLAMP (wanted[block], 0, slack);
        above += layout->labels[column->index[i]].height + RANKLE_LABELS_LEAST_SPACING;
      }
}

static double
find_longest (const Layout *layout, const Line *column)
{
  double longest = 0;

  for (guint i = 0; i < column->n; i++)
    longest = MAX (longest, layout->labels[column->index[i]].width);
  return longest;
}

/* A leader leaves the text's inner end, and bends where the longest text has ended. */
static void
draw_leader (const Layout *layout, guint index, double longest)
{
  const RankleLabel *label = &layout->labels[index];
  RanklePlacedLabel *placed = &layout->placed[index];
  double             from = layout->area->margin + label->width + GAP;
  double             bend = layout->area->margin + longest + GAP + LEAST_LINE;

  placed->has_leader = label->is_seen;
  placed->from_x = placed->is_left ? from : layout->area->width - from;
  placed->from_y = placed->y + label->height / 2;
  placed->bend_x = placed->is_left ? MAX (MIN (bend, label->x), from)
                                   : MIN (MAX (layout->area->width - bend, label->x),
                                          layout->area->width - from);
}

static void
place_column (const Layout *layout, Line *column, gboolean is_left)
{
  double longest = find_longest (layout, column);

  sort_by_height (layout, column);
  place_in_heights (layout, column);
  for (guint i = 0; i < column->n; i++)
    {
      RanklePlacedLabel *placed = &layout->placed[column->index[i]];

      placed->is_shown = TRUE;
      placed->is_left = is_left;
      placed->x = is_left ? layout->area->margin
                          : layout->area->width - layout->area->margin -
                                layout->labels[column->index[i]].width;
      draw_leader (layout, column->index[i], longest);
    }
}

static void
place_in_columns (const Layout *layout, guint n)
{
  double room = layout->area->height - layout->area->top - layout->area->bottom;
  Line   columns[2] = { 0 }; /* right, left */

  for (guint i = 0; i < n; i++)
    {
      const RankleLabel *label = &layout->labels[i];
      gboolean           is_left = label->x < layout->area->width / 2;

      if (label->width > layout->area->width / 2 - layout->area->margin - BETWEEN / 2)
        continue;
      if (!takes (&columns[is_left], label->height, RANKLE_LABELS_LEAST_SPACING, room))
        is_left = !is_left;
      if (takes (&columns[is_left], label->height, RANKLE_LABELS_LEAST_SPACING, room))
        append (&columns[is_left], i, label->height, RANKLE_LABELS_LEAST_SPACING);
    }
  place_column (layout, &columns[FALSE], FALSE);
  place_column (layout, &columns[TRUE], TRUE);
}

/* ---- a legend ---- */

static double
find_highest (const Layout *layout, const Line *row)
{
  double highest = 0;

  for (guint i = 0; i < row->n; i++)
    highest = MAX (highest, layout->labels[row->index[i]].height);
  return highest;
}

/* In the middle, with @y its upper edge. */
static void
place_row (const Layout *layout, const Line *row, double y)
{
  double x = (layout->area->width - row->extent) / 2;

  for (guint i = 0; i < row->n; i++)
    {
      RanklePlacedLabel *placed = &layout->placed[row->index[i]];

      placed->is_shown = TRUE;
      placed->x = x;
      placed->y = y;
      x += layout->labels[row->index[i]].width + BETWEEN;
    }
}

static guint
fill_rows (const Layout *layout, guint n, Line *rows)
{
  double room = layout->area->width - 2 * layout->area->margin;
  guint  n_rows = 0;

  for (guint i = 0; i < n; i++)
    {
      double width = layout->labels[i].width;

      if (width > room)
        continue;
      if (n_rows == 0 || !takes (&rows[n_rows - 1], width, BETWEEN, room))
        n_rows++;
      append (&rows[n_rows - 1], i, width, BETWEEN);
    }
  return n_rows;
}

/* The last row stands on the lower edge; rows for which there is no height are left out.
 */
static void
place_in_legend (const Layout *layout, guint n)
{
  Line   rows[RANKLE_LABELS_MOST] = { 0 };
  guint  n_rows = fill_rows (layout, n, rows);
  double height = 0, y;

  for (guint i = 0; i < n_rows; i++)
    {
      double more =
          find_highest (layout, &rows[i]) + (i > 0 ? RANKLE_LABELS_LEAST_SPACING : 0);

      if (height + more > layout->area->height - layout->area->top - layout->area->bottom)
        n_rows = i;
      else
        height += more;
    }
  y = layout->area->height - layout->area->bottom - height;
  for (guint i = 0; i < n_rows; i++)
    {
      place_row (layout, &rows[i], y);
      y += find_highest (layout, &rows[i]) + RANKLE_LABELS_LEAST_SPACING;
    }
}

void
rankle_label_layout (const RankleLabel     *labels,
                     guint                  n,
                     const RankleLabelArea *area,
                     RanklePlacedLabel     *placed)
{
  Layout layout = { labels, area, placed };

  for (guint i = 0; i < n; i++)
    placed[i] = (RanklePlacedLabel){ 0 };
  n = MIN (n, RANKLE_LABELS_MOST);
  if (area->width >= RANKLE_LABELS_LEAST_WIDTH)
    place_in_columns (&layout, n);
  else
    place_in_legend (&layout, n);
}
