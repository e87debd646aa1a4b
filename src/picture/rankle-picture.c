/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/*     +------------------------------------------+
 *     | title                                    |
 *     | model and version                        |
 *     | what becomes of it, in a sentence        |
 *     |                                          |
 *     | moment of the map                        |
 *     | +--------------------------------------+ |
 *     | |                 map                  | |
 *     | +--------------------------------------+ |
 *     | samples and what they mean               |
 *     | +----------+ +----------+ +------------+ |
 *     | |   plot   | |          | |            | |
 *     | +----------+ +----------+ +------------+ |
 *     | what it was made with                    |
 *     +------------------------------------------+ */

#include "config.h"

#include "rankle-picture-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "rankle-answer-words.h"
#include "rankle-plot-layout.h"
#include "rankle-time-words.h"
#include "rankle-title-words.h"

/* All in pixels. */
#define WIDTH          1200
#define MARGIN         32
#define INNER          (WIDTH - 2 * MARGIN)
#define GAP            16 /* between plots, and from part to part */
#define LINE_GAP       6
#define SAMPLE_GAP     6
#define ENTRY_GAP      24
#define TITLE_SIZE     20
#define SENTENCE_SIZE  14
#define CAPTION_SIZE   12
#define SENTENCE_WIDTH 900 /* longer lines are hard to follow */
/* Maps and plots keep clear of their own edges; what is seen of them stands in line with
 * the words. */
#define MAP_INSET  13
#define PLOT_LEFT  8
#define PLOT_RIGHT 15

/* By how many plots stand in a row. */
static const double plot_heights[] = { 0, 460, 310, 230 };

struct _RanklePicture
{
  GPtrArray     *items;   /* RanklePictureItem */
  RankleSession *session; /* (owned) */
  char          *title;   /* (owned) */
  double         height;
};

typedef struct
{
  RanklePicture              *picture;
  const RanklePictureContent *content;
  RankleModel                *model;
  GArray                     *findings; /* RankleFinding */
} Page;

/* Puts an item there, and takes it. */
static void
put (const Page *page, RanklePictureItem *item, double x, double y)
{
  g_assert (x >= 0 && y >= MARGIN);
  g_assert (x + item->box.width <= WIDTH);

  item->box.x = x;
  item->box.y = y;
  g_ptr_array_add (page->picture->items, item);
}

/* Below what is there. */
static void
put_line (const Page *page, RanklePictureItem *item, double gap)
{
  put (page, item, MARGIN, page->picture->height);
  page->picture->height += item->box.height + gap;
}

/* ---- words ---- */

char *
_rankle_picture_make_title (const RankleSession *session)
{
  char *title = rankle_session_title_in_words (session, NULL);

  return title != NULL
             ? title
             : g_strdup (rankle_model_get_title (rankle_session_get_model (session)));
}

char *
_rankle_picture_name_model (const RankleModel *model)
{
  const char *title = rankle_model_get_title (model);
  const char *version = rankle_model_get_version (model);

  if (*version == '\0')
    return g_strdup (title);
  /* Translators: the title of a model, and its version: a number or a date */
  return g_strdup_printf (_ ("%1$s, version %2$s"), title, version);
}

char *
_rankle_picture_make_sentence (const RanklePictureContent *content)
{
  if (content->failure != NULL)
    return g_strdup (content->failure);
  return content->baseline == NULL
             ? NULL
             : rankle_answer_in_words (content->session, content->run, content->baseline);
}

/* (transfer full): the moment for which numbers and colours hold. */
static char *
name_moment (const RankleSession *session)
{
  RankleModel *model = rankle_session_get_model (session);

  return rankle_time_moment_in_words (rankle_model_get_time_unit (model),
                                      rankle_session_get_cursor (session),
                                      rankle_session_get_horizon (session));
}

static void
put_words (const Page *page,
           const char *text,
           double      size,
           gboolean    bold,
           double      width,
           double      gap)
{
  put_line (page, rankle_picture_item_new_words (text, size, bold, width), gap);
}

static void
put_dim_words (const Page *page, const char *text, double gap)
{
  RanklePictureItem *item =
      rankle_picture_item_new_words (text, CAPTION_SIZE, FALSE, INNER);

  item->dim = TRUE;
  put_line (page, item, gap);
}

static void
put_heading (const Page *page)
{
  g_autofree char *model = _rankle_picture_name_model (page->model);
  g_autofree char *sentence = _rankle_picture_make_sentence (page->content);

  put_words (page, page->picture->title, TITLE_SIZE, TRUE, INNER, 2);
  put_dim_words (page, model, GAP - LINE_GAP);
  if (sentence != NULL)
    put_words (page, sentence, SENTENCE_SIZE, FALSE, SENTENCE_WIDTH, GAP);
}

static void
put_footing (const Page *page)
{
  /* Translators: %s is Rankle's version */
  g_autofree char *words = g_strdup_printf (
      _ ("Made with Rankle %s. A model for teaching, not medical advice."),
      PACKAGE_VERSION);

  put_dim_words (page, words, MARGIN);
}

/* ---- map ---- */

static void
put_map (const Page *page)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RankleDiagram) whole = rankle_diagram_load_for (page->model, &error);
  g_autoptr (RankleDiagram) diagram = NULL;
  g_autofree char   *moment = name_moment (page->content->session);
  g_autofree char   *caption = NULL;
  RanklePictureItem *item;
  RankleBox          bounds;

  if (whole == NULL)
    {
      put_words (page, error->message, SENTENCE_SIZE, FALSE, SENTENCE_WIDTH, GAP);
      return;
    }
  diagram = rankle_diagram_show_levels (
      whole, rankle_session_get_map_levels (page->picture->session));
  /* Translators: %s is a moment of a run, such as “1 year 6 months” */
  caption = g_strdup_printf (_ ("Pathway at %s"), moment);
  put_words (page, caption, CAPTION_SIZE, TRUE, INNER, LINE_GAP);
  bounds = rankle_diagram_get_bounds (diagram);
  item = g_new0 (RanklePictureItem, 1);
  item->kind = RANKLE_PICTURE_MAP;
  item->diagram = rankle_diagram_ref (diagram);
  item->values = rankle_diagram_values_new (diagram, page->model);
  rankle_diagram_values_update (item->values, page->content->session, page->content->run,
                                page->content->baseline);
  item->box.width = INNER + 2 * MAP_INSET;
  item->box.height = ceil (item->box.width * bounds.height / bounds.width) + MAP_INSET;
  put (page, item, MARGIN - MAP_INSET, page->picture->height);
  page->picture->height += item->box.height + GAP;
}

/* ---- plots ---- */

static gboolean
is_wanted (const RanklePictureContent *content,
           const RankleShownPanel     *panel,
           const char                 *enlarged)
{
  const char *id = rankle_shown_panel_get (panel)->id;

  if (content->panels != NULL)
    return g_strv_contains (content->panels, id);
  return enlarged == NULL || g_str_equal (enlarged, id);
}

/* (nullable): of the panels that there are. */
static const char *
find_enlarged (const RanklePictureContent *content, GPtrArray *panels)
{
  const char *id =
      rankle_plot_looks_get_enlarged (rankle_session_get_plot_looks (content->session));

  return id != NULL && rankle_shown_panels_find (panels, id) != NULL ? id : NULL;
}

static void
choose_axis (const RanklePictureContent *content, RankleRunPlot *shown)
{
  RanklePlotLooks *looks = rankle_session_get_plot_looks (content->session);

  rankle_run_plot_set_logarithmic (
      shown, rankle_plot_looks_get_logarithmic (looks, shown->panel->id,
                                                shown->panel->log_scale));
}

static RanklePictureItem *
make_plot (const RanklePictureContent *content,
           const GArray               *findings,
           const GArray               *own,
           RankleShownPanel           *panel)
{
  RanklePictureItem *item = g_new0 (RanklePictureItem, 1);
  double horizon = rankle_session_get_horizon (content->session), from = 0, to = 0;
  g_autoptr (GArray) doses =
      rankle_protocol_list_doses (rankle_trajectory_get_protocol (content->run), horizon);

  item->kind = RANKLE_PICTURE_PLOT;
  rankle_run_plot_init_panel (&item->shown, rankle_session_get_model (content->session),
                              panel);
  rankle_run_plot_set_difference (&item->shown,
                                  rankle_session_get_difference (content->session));
  choose_axis (content, &item->shown);
  rankle_run_plot_take_runs (&item->shown, content->run, content->baseline);
  rankle_run_plot_take_kept (&item->shown, content->kept, content->n_kept);
  rankle_run_plot_take_findings (
      &item->shown, (const RankleFinding *)(void *)findings->data, findings->len);
  rankle_run_plot_take_own_points (&item->shown,
                                   (const RankleOwnPoint *)(void *)own->data, own->len);
  rankle_run_plot_take_beyond (&item->shown);
  rankle_run_plot_take_marks (&item->shown, (const double *)(void *)doses->data,
                              doses->len);
  rankle_session_get_zoom (content->session, &from, &to);
  rankle_run_plot_take_times (&item->shown, from, to, horizon);
  item->shown.plot.show_ghost = !content->without_ghosts;
  rankle_run_plot_settle_range (&item->shown, FALSE);
  item->shown.plot.is_still = TRUE;
  item->shown.plot.still_at = rankle_session_get_cursor (content->session);
  return item;
}

/* Labels of one width, so that time axes agree. */
static void
agree_on_labels (GPtrArray *plots)
{
  RanklePlotTheme theme = rankle_plot_theme_for_print ();
  double          room = 0;

  for (guint i = 0; i < plots->len; i++)
    {
      RanklePictureItem *item = plots->pdata[i];

      room = MAX (room, rankle_plot_measure_labels (&item->shown.plot, &theme));
    }
  for (guint i = 0; i < plots->len; i++)
    ((RanklePictureItem *)plots->pdata[i])->shown.plot.label_room = room;
}

GPtrArray *
_rankle_picture_make_plots (const RanklePictureContent *content, const GArray *findings)
{
  GPtrArray *plots = g_ptr_array_new ();
  g_autoptr (GPtrArray) panels = rankle_session_list_panels (content->session);
  const char                *enlarged = find_enlarged (content, panels);
  guint                      n_tables;
  RankleObservations *const *tables =
      rankle_session_get_observations (content->session, &n_tables);
  g_autoptr (GArray) own = rankle_own_points_list (tables, n_tables, content->run);

  for (guint i = 0; i < panels->len; i++)
    if (is_wanted (content, panels->pdata[i], enlarged))
      g_ptr_array_add (plots, make_plot (content, findings, own, panels->pdata[i]));
  agree_on_labels (plots);
  return plots;
}

/* Four are a square; else three stand side by side. */
static guint
count_columns (guint n)
{
  return n == 4 ? 2 : CLAMP (n, 1, 3);
}

/* Takes the plots. */
static void
put_plots (const Page *page, GPtrArray *plots)
{
  guint  columns = count_columns (plots->len);
  guint  rows = (plots->len + columns - 1) / columns;
  double width =
      floor ((INNER + PLOT_LEFT + PLOT_RIGHT - (columns - 1.0) * GAP) / columns);
  double height = plot_heights[columns], top = page->picture->height;

  g_assert (columns * rows >= plots->len && columns < G_N_ELEMENTS (plot_heights));

  for (guint i = 0; i < plots->len; i++)
    {
      RanklePictureItem *item = plots->pdata[i];

      item->box.width = width;
      item->box.height = height;
      put (page, item, MARGIN - PLOT_LEFT + (i % columns) * (width + GAP),
           top + (i / columns) * (height + GAP));
    }
  page->picture->height = top + rows * (height + GAP);
}

/* ---- legend ---- */

/* A sample and its words, in a row with those before if there is room. */
static void
put_entry (const Page *page, RanklePictureItem *sample, const char *text, double *x)
{
  RanklePictureItem *words =
      rankle_picture_item_new_words (text, CAPTION_SIZE, FALSE, INNER);
  double wide = sample->box.width + SAMPLE_GAP + words->box.width;
  double high = MAX (sample->box.height, words->box.height);

  if (*x > MARGIN && *x + wide > WIDTH - MARGIN)
    {
      *x = MARGIN;
      page->picture->height += high + LINE_GAP;
    }
  put (page, sample, *x,
       page->picture->height + floor (0.5 * (high - sample->box.height)));
  put (page, words, *x + sample->box.width + SAMPLE_GAP,
       page->picture->height + floor (0.5 * (high - words->box.height)));
  *x += wide + ENTRY_GAP;
}

/* (transfer full) */
static char *
name_baseline (const RankleSession *session)
{
  RankleKeptRun *kept = rankle_session_get_baseline (session);

  if (kept == NULL)
    return g_strdup (_ ("Baseline"));
  /* Translators: %s is the name of a run */
  return g_strdup_printf (_ ("Baseline: %s"), rankle_kept_run_get_name (kept));
}

static gboolean
is_drawn (const GPtrArray *plots, guint ink)
{
  for (guint i = 0; i < plots->len; i++)
    {
      const RanklePictureItem *item = plots->pdata[i];

      for (guint k = 0; k < item->shown.plot.n_traces; k++)
        if (item->shown.plot.traces[k].ink == ink)
          return TRUE;
    }
  return FALSE;
}

/* Takes @sample. */
static void
add_entry (GArray *entries, RanklePictureItem *sample, const char *words)
{
  RanklePictureEntry entry = { .sample = sample, .words = g_strdup (words) };

  g_array_append_val (entries, entry);
}

static void
add_kept_entries (GArray                     *entries,
                  const RanklePictureContent *content,
                  const GPtrArray            *plots)
{
  for (guint i = 0; i < content->n_kept; i++)
    {
      RankleKeptRun *kept = content->kept[i].kept;
      guint          ink = rankle_kept_run_get_ink (kept);

      if (is_drawn (plots, ink))
        add_entry (entries, rankle_picture_item_new_trace_sample (ink),
                   rankle_kept_run_get_name (kept));
    }
}

static gboolean
shows_own_points (const GPtrArray *plots)
{
  for (guint i = 0; i < plots->len; i++)
    {
      const RanklePictureItem *item = plots->pdata[i];

      if (item->shown.plot.n_points > 0 && item->shown.observed->len > 0)
        return TRUE;
    }
  return FALSE;
}

static void
add_point_entries (GArray                     *entries,
                   const RanklePictureContent *content,
                   const GArray               *findings,
                   const GPtrArray            *plots)
{
  guint kinds = rankle_point_kinds_find ((const RankleFinding *)(void *)findings->data,
                                         findings->len) |
                rankle_point_kinds_find_of_kept (content->kept, content->n_kept) |
                (shows_own_points (plots) ? 1u << RANKLE_POINT_OWN : 0);

  for (guint i = 0; i < RANKLE_N_POINT_KINDS; i++)
    if ((kinds & 1u << i) != 0)
      add_entry (entries,
                 rankle_picture_item_new_sample (RANKLE_SAMPLE_POINT, (RanklePointKind)i),
                 rankle_point_kind_get_words ((RanklePointKind)i));
}

static void
clear_entry (gpointer data)
{
  g_clear_pointer (&((RanklePictureEntry *)data)->words, g_free);
}

GArray *
_rankle_picture_list_entries (const RanklePictureContent *content,
                              const GArray               *findings,
                              const GPtrArray            *plots)
{
  GArray          *entries = g_array_new (FALSE, FALSE, sizeof (RanklePictureEntry));
  g_autofree char *moment = name_moment (content->session);
  /* Translators: %s is a moment of a run, such as “1 year 6 months” */
  g_autofree char *at = g_strdup_printf (_ ("Numbers are those at %s"), moment);
  g_autofree char *baseline = name_baseline (content->session);

  g_array_set_clear_func (entries, clear_entry);
  add_entry (entries, rankle_picture_item_new_sample (RANKLE_SAMPLE_CURSOR, 0), at);
  if (content->baseline != NULL && !content->without_ghosts &&
      !rankle_session_get_difference (content->session))
    add_entry (entries, rankle_picture_item_new_sample (RANKLE_SAMPLE_BASELINE, 0),
               baseline);
  add_kept_entries (entries, content, plots);
  add_point_entries (entries, content, findings, plots);
  return entries;
}

static void
put_legend (const Page *page, const GPtrArray *plots)
{
  g_autoptr (GArray) entries =
      _rankle_picture_list_entries (page->content, page->findings, plots);
  double x = MARGIN;

  for (guint i = 0; i < entries->len; i++)
    {
      const RanklePictureEntry *entry = &g_array_index (entries, RanklePictureEntry, i);

      put_entry (page, entry->sample, entry->words, &x);
    }
  page->picture->height += CAPTION_SIZE + GAP;
}

/* ---- the page ---- */

static void
put_all_plots (Page *page)
{
  g_autoptr (GPtrArray) plots =
      _rankle_picture_make_plots (page->content, page->findings);

  if (plots->len == 0)
    return;
  put_legend (page, plots);
  put_plots (page, plots);
}

/* Half a page for a map that is not there would be a waste. */
static gboolean
shows_map (const Page *page)
{
  RankleView view = rankle_session_get_view (page->content->session);

  return view == RANKLE_VIEW_PATHWAY ||
         (view == RANKLE_VIEW_BOTH && rankle_model_get_diagram (page->model) != NULL);
}

static void
lay_out (Page *page)
{
  put_heading (page);
  if (shows_map (page))
    put_map (page);
  if (rankle_session_get_view (page->content->session) != RANKLE_VIEW_PATHWAY)
    put_all_plots (page);
  put_footing (page);
}

GArray *
_rankle_picture_list_findings (const RanklePictureContent *content)
{
  RankleModel    *model = rankle_session_get_model (content->session);
  RankleEvidence *evidence = rankle_session_get_evidence (content->session);
  g_autoptr (RankleFinder) finder = NULL;

  if (evidence == NULL)
    return g_array_new (FALSE, FALSE, sizeof (RankleFinding));
  finder = rankle_finder_new (evidence, model);
  return rankle_finder_list (finder, content->run);
}

RanklePicture *
rankle_picture_new (const RanklePictureContent *content)
{
  RanklePicture *self;
  Page           page = { .content = content };

  g_return_val_if_fail (content != NULL && content->session != NULL, NULL);
  g_return_val_if_fail (content->run != NULL, NULL);

  page.model = rankle_session_get_model (content->session);
  g_return_val_if_fail (rankle_trajectory_get_model (content->run) == page.model, NULL);

  self = g_new0 (RanklePicture, 1);
  self->items = g_ptr_array_new_with_free_func ((GDestroyNotify)rankle_picture_item_free);
  self->session = rankle_session_ref (content->session);
  self->height = MARGIN;
  page.picture = self;
  page.findings = _rankle_picture_list_findings (content);
  self->title = _rankle_picture_make_title (content->session);
  lay_out (&page);
  g_array_unref (page.findings);
  return self;
}

void
rankle_picture_free (RanklePicture *self)
{
  g_return_if_fail (self != NULL);

  g_ptr_array_unref (self->items);
  rankle_session_unref (self->session);
  g_free (self->title);
  g_free (self);
}

void
rankle_picture_get_size (const RanklePicture *self, double *width, double *height)
{
  g_return_if_fail (self != NULL && width != NULL && height != NULL);

  *width = WIDTH;
  *height = ceil (self->height);
}

const RanklePictureItem *const *
rankle_picture_get_items (const RanklePicture *self, guint *n)
{
  g_return_val_if_fail (self != NULL && n != NULL, NULL);

  *n = self->items->len;
  return (const RanklePictureItem *const *)self->items->pdata;
}

const char *
rankle_picture_get_title (const RanklePicture *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->title;
}

void
rankle_picture_paint (const RanklePicture *self, cairo_t *cr)
{
  RanklePlotTheme theme = rankle_plot_theme_for_print ();

  g_return_if_fail (self != NULL && cr != NULL);

  cairo_save (cr);
  cairo_set_source_rgb (cr, theme.background.red, theme.background.green,
                        theme.background.blue);
  cairo_rectangle (cr, 0, 0, WIDTH, ceil (self->height));
  cairo_fill (cr);
  for (guint i = 0; i < self->items->len; i++)
    rankle_picture_item_paint (self->items->pdata[i], cr);
  cairo_restore (cr);
}
