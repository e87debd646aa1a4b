/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rankle-report-flow.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "rankle-plot-layout.h"

#define FOOT        24 /* room for the foot of a page, above the margin */
#define RULE_GAP    26 /* for handwriting */
#define AFTER_LABEL 4
#define LINES_KEPT  3 /* of what follows a heading */

static double
get_bottom (const RankleReportFlow *self)
{
  return self->height - RANKLE_REPORT_MARGIN - FOOT;
}

double
rankle_report_flow_get_inner (const RankleReportFlow *self)
{
  return self->width - 2 * RANKLE_REPORT_MARGIN;
}

/* ---- pages ---- */

static void
begin_page (RankleReportFlow *self)
{
  g_ptr_array_add (self->pages, g_ptr_array_new_with_free_func (
                                    (GDestroyNotify)rankle_picture_item_free));
  self->y = RANKLE_REPORT_MARGIN;
}

void
rankle_report_flow_init (RankleReportFlow *self, double width, double height)
{
  g_assert (width > 2 * RANKLE_REPORT_MARGIN && height > 2 * RANKLE_REPORT_MARGIN + FOOT);

  *self = (RankleReportFlow){ .width = width, .height = height };
  self->pages = g_ptr_array_new_with_free_func ((GDestroyNotify)g_ptr_array_unref);
  begin_page (self);
}

void
rankle_report_flow_clear (RankleReportFlow *self)
{
  g_clear_pointer (&self->pages, g_ptr_array_unref);
}

void
rankle_report_flow_keep (RankleReportFlow *self, double height)
{
  g_assert (height <= get_bottom (self) - RANKLE_REPORT_MARGIN);

  if (self->y + height > get_bottom (self))
    begin_page (self);
}

static void
put_at (
    RankleReportFlow *self, GPtrArray *page, RanklePictureItem *item, double x, double y)
{
  g_assert (x >= 0 && x + item->box.width <= self->width);
  g_assert (y >= 0 && y + item->box.height <= self->height);

  item->box.x = x;
  item->box.y = y;
  g_ptr_array_add (page, item);
}

void
rankle_report_flow_put (RankleReportFlow  *self,
                        RanklePictureItem *item,
                        double             x,
                        double             y)
{
  g_assert (self->y + y + item->box.height <= get_bottom (self));

  put_at (self, self->pages->pdata[self->pages->len - 1], item, RANKLE_REPORT_MARGIN + x,
          self->y + y);
}

void
rankle_report_flow_advance (RankleReportFlow *self, double height)
{
  g_assert (height >= 0);

  self->y += height;
}

/* ---- words ---- */

char **
rankle_report_break_lines (const char *text, double size, gboolean bold, double width)
{
  RanklePlotTheme theme = rankle_plot_theme_for_print ();
  PangoLayout    *layout = rankle_plot_create_text (&theme, NULL, text, size, bold);
  GPtrArray      *lines = g_ptr_array_new ();

  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_width (layout, (int)floor (width) * PANGO_SCALE);
  for (GSList *l = pango_layout_get_lines_readonly (layout); l != NULL; l = l->next)
    {
      const PangoLayoutLine *line = l->data;

      g_ptr_array_add (
          lines, g_strchomp (g_strndup (text + line->start_index, (gsize)line->length)));
    }
  g_object_unref (layout);
  g_ptr_array_add (lines, NULL);
  return (char **)g_ptr_array_free (lines, FALSE);
}

void
rankle_report_flow_put_text (RankleReportFlow  *self,
                             const char        *text,
                             double             size,
                             RankleReportWeight weight,
                             double             x)
{
  gboolean bold = weight == RANKLE_REPORT_BOLD;
  double   width = rankle_report_flow_get_inner (self) - x;
  g_auto (GStrv) lines = rankle_report_break_lines (text, size, bold, width);

  for (char **line = lines; *line != NULL; line++)
    {
      RanklePictureItem *item = rankle_picture_item_new_words (*line, size, bold, width);
      double             height = item->box.height;

      item->dim = weight == RANKLE_REPORT_DIM;
      rankle_report_flow_keep (self, height);
      rankle_report_flow_put (self, item, x, 0);
      rankle_report_flow_advance (self, height);
    }
}

void
rankle_report_flow_put_heading (RankleReportFlow *self, const char *text)
{
  RanklePictureItem *item = rankle_picture_item_new_words (
      text, RANKLE_REPORT_HEADING_SIZE, TRUE, rankle_report_flow_get_inner (self));
  double height = item->box.height;
  double gap = self->y > RANKLE_REPORT_MARGIN ? RANKLE_REPORT_GAP : 0;

  rankle_report_flow_keep (self, gap + height + AFTER_LABEL +
                                     LINES_KEPT * 1.5 * RANKLE_REPORT_TEXT_SIZE);
  if (self->y > RANKLE_REPORT_MARGIN)
    rankle_report_flow_advance (self, RANKLE_REPORT_GAP);
  rankle_report_flow_put (self, item, 0, 0);
  rankle_report_flow_advance (self, height + AFTER_LABEL);
}

void
rankle_report_flow_put_rules (RankleReportFlow *self, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      rankle_report_flow_keep (self, RULE_GAP);
      rankle_report_flow_put (
          self, rankle_picture_item_new_rule (rankle_report_flow_get_inner (self)), 0,
          RULE_GAP - 1);
      rankle_report_flow_advance (self, RULE_GAP);
    }
}

/* ---- the foot of a page ---- */

static RanklePictureItem *
new_dim (const RankleReportFlow *self, const char *text)
{
  RanklePictureItem *item = rankle_picture_item_new_words (
      text, RANKLE_REPORT_SMALL_SIZE, FALSE, rankle_report_flow_get_inner (self));

  item->dim = TRUE;
  return item;
}

void
rankle_report_flow_put_footings (RankleReportFlow *self, const char *text)
{
  for (guint i = 0; i < self->pages->len; i++)
    {
      g_autofree char *number = g_strdup_printf (
          /* Translators: at the foot of a page: which one it is of how many */
          _ ("Page %1$u of %2$u"), i + 1, self->pages->len);
      RanklePictureItem *words = new_dim (self, text);
      RanklePictureItem *page = new_dim (self, number);
      double             bottom = self->height - RANKLE_REPORT_MARGIN;

      put_at (self, self->pages->pdata[i], words, RANKLE_REPORT_MARGIN,
              bottom - words->box.height);
      put_at (self, self->pages->pdata[i], page,
              self->width - RANKLE_REPORT_MARGIN - page->box.width,
              bottom - page->box.height);
    }
}
