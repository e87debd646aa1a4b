/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rankle-report.h"

#include <glib/gi18n-lib.h>

#include "rankle-picture-private.h"
#include "rankle-plot-theme.h"
#include "rankle-range-words.h"
#include "rankle-report-private.h"

#define NAME_WIDTH  300 /* of the line for a name; what is left is the date's */
#define LABEL_ROOM  22
#define FEW_PAGES   2
#define MOST_LIMITS 2 /* of what a model's notes say */

const char *const rankle_paper_names[] = { "a4", "letter", NULL };

/* In pixels, of which 96 are an inch. */
static const struct
{
  double width, height;
} sizes[RANKLE_N_PAPERS] = {
  [RANKLE_PAPER_A4] = { 793, 1122 },
  [RANKLE_PAPER_LETTER] = { 816, 1056 },
};

struct _RankleReport
{
  RankleReportFlow flow;
  RankleSession   *session; /* (owned) */
  char            *title;   /* (owned) */
};

/* ---- heading ---- */

/* A word, and a line to write on beside it. */
static void
put_blank (RankleReportFlow *flow, const char *label, double x, double width)
{
  RanklePictureItem *words =
      rankle_picture_item_new_words (label, RANKLE_REPORT_SMALL_SIZE, FALSE, width);
  double from = words->box.width + 6;

  words->dim = TRUE;
  rankle_report_flow_put (flow, words, x, LABEL_ROOM - 2 - words->box.height);
  rankle_report_flow_put (flow, rankle_picture_item_new_rule (width - from), x + from,
                          LABEL_ROOM - 3);
}

static void
put_person (RankleReportFlow *flow, const RankleSession *session)
{
  g_autofree char *words = rankle_person_dup_words (
      rankle_scenario_get_person (rankle_session_get_scenario (session)));

  if (*words != '\0')
    rankle_report_flow_put_text (flow, words, RANKLE_REPORT_SMALL_SIZE, RANKLE_REPORT_DIM,
                                 0);
}

static void
put_heading (RankleReport *self)
{
  RankleReportFlow *flow = &self->flow;
  double            inner = rankle_report_flow_get_inner (flow);
  g_autofree char  *model =
      _rankle_picture_name_model (rankle_session_get_model (self->session));
  /* Translators: %s is what a report is of */
  g_autofree char *title = g_strdup_printf (_ ("Lab Report: %s"), self->title);

  rankle_report_flow_put_text (flow, title, RANKLE_REPORT_TITLE_SIZE, RANKLE_REPORT_BOLD,
                               0);
  rankle_report_flow_advance (flow, 2);
  rankle_report_flow_put_text (flow, model, RANKLE_REPORT_SMALL_SIZE, RANKLE_REPORT_DIM,
                               0);
  put_person (flow, self->session);
  rankle_report_flow_keep (flow, LABEL_ROOM);
  put_blank (flow, _ ("Name"), 0, NAME_WIDTH);
  put_blank (flow, _ ("Date"), NAME_WIDTH + RANKLE_REPORT_GAP,
             inner - NAME_WIDTH - RANKLE_REPORT_GAP);
  rankle_report_flow_advance (flow, LABEL_ROOM);
}

/* ---- what was written ---- */

static const struct
{
  const char *heading;
  guint       rules; /* where nothing was written */
} texts[RANKLE_N_REPORT_TEXTS] = {
  [RANKLE_REPORT_QUESTION] = { N_ ("Question"), 2 },
  [RANKLE_REPORT_HYPOTHESIS] = { N_ ("Hypothesis"), 2 },
  [RANKLE_REPORT_FINDING] = { N_ ("Finding"), 4 },
};

static void
put_written (RankleReport *self, RankleReportText which)
{
  const char *text = rankle_session_get_report_text (self->session, which);

  rankle_report_flow_put_heading (&self->flow, _ (texts[which].heading));
  if (*text != '\0')
    rankle_report_flow_put_text (&self->flow, text, RANKLE_REPORT_TEXT_SIZE,
                                 RANKLE_REPORT_PLAIN, 0);
  else
    rankle_report_flow_put_rules (&self->flow, texts[which].rules);
}

/* ---- what came of it ---- */

static void
put_answer (RankleReport *self, const RanklePictureContent *content, double plot_height)
{
  g_autofree char *sentence = _rankle_picture_make_sentence (content);

  rankle_report_flow_put_heading (&self->flow, _ ("What Came of It"));
  if (sentence != NULL)
    rankle_report_flow_put_text (&self->flow, sentence, RANKLE_REPORT_TEXT_SIZE,
                                 RANKLE_REPORT_PLAIN, 0);
  rankle_report_flow_advance (&self->flow, 6);
  _rankle_report_put_plots (&self->flow, content, plot_height);
  _rankle_report_put_measures (&self->flow, content);
}

/* ---- a lesson ---- */

static void
put_lesson (RankleReport *self, const char *lesson)
{
  if (lesson == NULL)
    return;
  rankle_report_flow_put_heading (&self->flow, _ ("What Was Done in the Lesson"));
  rankle_report_flow_put_text (&self->flow, lesson, RANKLE_REPORT_SMALL_SIZE,
                               RANKLE_REPORT_PLAIN, 0);
}

/* ---- limits ---- */

static void
put_limits (RankleReport *self, const RanklePictureContent *content)
{
  RankleModel       *model = rankle_session_get_model (self->session);
  const char *const *notes = rankle_model_get_notes (model);
  g_autofree char   *beyond = rankle_range_in_words (content->run);
  g_autoptr (GString) limits = g_string_new (
      _ ("This is a model, and not a clinical tool: nothing here is medical advice."));

  if (beyond != NULL)
    g_string_append_printf (limits, " %s", beyond);
  for (guint i = 0; i < MOST_LIMITS && notes != NULL && notes[i] != NULL; i++)
    g_string_append_printf (limits, " %s", _ (notes[i]));
  rankle_report_flow_put_heading (&self->flow, _ ("Limits"));
  rankle_report_flow_put_text (&self->flow, limits->str, RANKLE_REPORT_SMALL_SIZE,
                               RANKLE_REPORT_PLAIN, 0);
}

/* ---- the report ---- */

static void
lay_out (RankleReport *self, const RankleReportContent *content, double plot_height)
{
  g_autofree char *made = g_strdup_printf (
      /* Translators: %s is Rankle's version */
      _ ("Made with Rankle %s. A model for teaching, not medical advice."),
      PACKAGE_VERSION);

  put_heading (self);
  put_written (self, RANKLE_REPORT_QUESTION);
  put_written (self, RANKLE_REPORT_HYPOTHESIS);
  _rankle_report_put_settings (&self->flow, &content->shown);
  put_answer (self, &content->shown, plot_height);
  put_written (self, RANKLE_REPORT_FINDING);
  put_lesson (self, content->lesson);
  put_limits (self, &content->shown);
  _rankle_report_put_commands (&self->flow, content);
  rankle_report_flow_put_footings (&self->flow, made);
}

/* Lower plots may save a page. Where they do not, they are as high as they can be. */
static void
lay_out_on_few (RankleReport *self, const RankleReportContent *content)
{
  static const double heights[] = { 188, 164, 144, 188 };

  for (guint i = 0; i < G_N_ELEMENTS (heights); i++)
    {
      rankle_report_flow_clear (&self->flow);
      rankle_report_flow_init (&self->flow, sizes[content->paper].width,
                               sizes[content->paper].height);
      lay_out (self, content, heights[i]);
      if (self->flow.pages->len <= FEW_PAGES)
        break;
    }
}

RankleReport *
rankle_report_new (const RankleReportContent *content)
{
  RankleReport *self;
  RankleModel  *model;

  g_return_val_if_fail (content != NULL && content->shown.session != NULL, NULL);
  g_return_val_if_fail (content->shown.run != NULL, NULL);
  g_return_val_if_fail (content->paper < RANKLE_N_PAPERS, NULL);

  model = rankle_session_get_model (content->shown.session);
  g_return_val_if_fail (rankle_trajectory_get_model (content->shown.run) == model, NULL);

  self = g_new0 (RankleReport, 1);
  self->session = rankle_session_ref (content->shown.session);
  self->title = _rankle_picture_make_title (self->session);
  lay_out_on_few (self, content);
  return self;
}

void
rankle_report_free (RankleReport *self)
{
  g_return_if_fail (self != NULL);

  rankle_report_flow_clear (&self->flow);
  rankle_session_unref (self->session);
  g_free (self->title);
  g_free (self);
}

void
rankle_report_get_size (const RankleReport *self, double *width, double *height)
{
  g_return_if_fail (self != NULL && width != NULL && height != NULL);

  *width = self->flow.width;
  *height = self->flow.height;
}

guint
rankle_report_get_n_pages (const RankleReport *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->flow.pages->len;
}

const RanklePictureItem *const *
rankle_report_get_items (const RankleReport *self, guint page, guint *n)
{
  const GPtrArray *items;

  g_return_val_if_fail (self != NULL && n != NULL, NULL);
  g_return_val_if_fail (page < self->flow.pages->len, NULL);

  items = self->flow.pages->pdata[page];
  *n = items->len;
  return (const RanklePictureItem *const *)items->pdata;
}

const char *
rankle_report_get_title (const RankleReport *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->title;
}

void
rankle_report_paint (const RankleReport *self, guint page, cairo_t *cr)
{
  guint                           n;
  const RanklePictureItem *const *items = rankle_report_get_items (self, page, &n);

  g_return_if_fail (items != NULL && cr != NULL);

  for (guint i = 0; i < n; i++)
    rankle_picture_item_paint (items[i], cr);
}
