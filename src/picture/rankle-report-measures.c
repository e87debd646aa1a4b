/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/*     | quantity, unit                                          |
 *     | run        | end | peak, when | nadir, when | changes … | */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "rankle-measures.h"
#include "rankle-plot-scale.h"
#include "rankle-report-private.h"
#include "rankle-time-words.h"

#define MOST_COLUMNS 4
/* All in pixels; what is left is for peak and nadir. */
#define NAME_WIDTH 84
#define END_WIDTH  64
#define YEAR_WIDTH 62
#define CELL_GAP   8
#define ROW_ROOM   16 /* about what a row takes */

/* What is told of one run. */
typedef struct
{
  char                   *name;    /* (owned) */
  RankleTrajectory       *run;     /* Borrowed */
  const RankleTrajectory *against; /* Borrowed: when its changes are counted from */
  double                  horizon; /* [the model's time unit]: had it not failed */
} Line;

typedef struct
{
  RankleReportFlow *flow;
  RankleModel      *model;
  GArray           *lines;                          /* (owned): Line */
  guint             columns[MOST_COLUMNS], n;       /* of the model */
  gboolean          years[RANKLE_MEASURES_N_YEARS]; /* some run lasts so long */
} Table;

/* ---- columns ---- */

static void
add_column (Table *self, guint column)
{
  for (guint i = 0; i < self->n; i++)
    if (self->columns[i] == column)
      return;
  if (self->n < MOST_COLUMNS)
    self->columns[self->n++] = column;
}

/* What the answer is of, but for its shares, and then the first curve of each plot. */
static void
choose_columns (Table *self)
{
  for (guint i = 0; i < rankle_model_get_n_answers (self->model); i++)
    if (rankle_model_get_answer (self->model, i)->kind != RANKLE_ANSWER_SHARE)
      add_column (self, rankle_model_get_answer (self->model, i)->column);
  for (guint i = 0; i < rankle_model_get_n_panels (self->model); i++)
    add_column (self, rankle_model_get_panel (self->model, i)->columns[0]);
}

/* ---- runs ---- */

static void
clear_line (gpointer data)
{
  g_clear_pointer (&((Line *)data)->name, g_free);
}

/* Takes @name. */
static void
add_line (Table                  *self,
          char                   *name,
          RankleTrajectory       *run,
          const RankleTrajectory *against,
          double                  horizon)
{
  Line line = { .name = name, .run = run, .against = against, .horizon = horizon };

  g_array_append_val (self->lines, line);
}

/* By its letter alone: its name stands with what was set. */
static void
add_kept_line (Table *self, const RankleKeptResult *result)
{
  RankleScenario *scenario = rankle_kept_run_get_scenario (result->kept);

  add_line (self, rankle_kept_run_dup_letter (rankle_kept_run_get_ink (result->kept)),
            result->run, result->run,
            rankle_scenario_get_horizon_for (scenario, self->model));
}

static gboolean
is_seen (const RankleKeptResult *result)
{
  return result->run != NULL && !rankle_kept_run_is_hidden (result->kept);
}

static void
list_runs (Table *self, const RanklePictureContent *content)
{
  double horizon = rankle_session_get_horizon (content->session);

  self->lines = g_array_new (FALSE, FALSE, sizeof (Line));
  g_array_set_clear_func (self->lines, clear_line);
  add_line (self, g_strdup (_ ("Now")), content->run, content->run, horizon);
  if (content->baseline != NULL && rankle_session_get_baseline (content->session) == NULL)
    add_line (self, g_strdup (_ ("Baseline")), content->baseline, content->run, horizon);
  for (guint i = 0; i < content->n_kept; i++)
    if (is_seen (&content->kept[i]) &&
        rankle_kept_run_get_model (content->kept[i].kept) == self->model)
      add_kept_line (self, &content->kept[i]);
}

static double
get_end (const RankleTrajectory *run)
{
  return rankle_trajectory_get_times (run)[rankle_trajectory_get_n_times (run) - 1];
}

static RankleMeasures
take (const Line *line, guint column)
{
  RankleMeasured asked = { .at = get_end (line->run),
                           .since = rankle_measures_find_since (line->against),
                           .threshold = (double)NAN };

  return rankle_measures_take (line->run, NULL, column, &asked);
}

static void
find_years (Table *self)
{
  for (guint i = 0; i < self->lines->len; i++)
    {
      RankleMeasures measures =
          take (&g_array_index (self->lines, Line, i), self->columns[0]);

      for (guint k = 0; k < RANKLE_MEASURES_N_YEARS; k++)
        self->years[k] |= isfinite (measures.changes[k]);
    }
}

/* ---- cells ---- */

/* (transfer full): three digits; nothing but the solver's error is 0. */
static char *
tell_amount (const RankleMeasures *measures, double amount)
{
  return !(fabs (amount) <= measures->floor) ? rankle_plot_format_value (amount)
                                             : g_strdup ("0");
}

/* (transfer full) */
static char *
tell_extreme (const Table          *self,
              const RankleMeasures *measures,
              double                amount,
              double                time,
              double                horizon)
{
  g_autofree char *value = tell_amount (measures, amount);
  g_autofree char *moment = NULL;

  if (!isfinite (time))
    return g_steal_pointer (&value);
  moment = rankle_time_moment_in_words (rankle_model_get_time_unit (self->model), time,
                                        horizon);
  /* Translators: a value, and the moment of a run, such as “1 year 6 months” */
  return g_strdup_printf (_ ("%1$s at %2$s"), value, moment);
}

/* (transfer full): in percent where that says something. */
static char *
tell_change (const RankleMeasures *measures, guint year)
{
  double change = measures->changes[year], percent = measures->percents[year];

  if (!isfinite (change))
    return g_strdup ("–");
  if (!isfinite (percent) || fabs (change) <= measures->floor)
    return tell_amount (measures, change);
  return g_strdup_printf ("%+.1f %%", percent);
}

/* (transfer full) */
static char *
tell_name (const Table *self, const Line *line)
{
  g_autofree char *moment = NULL;

  if (get_end (line->run) >= line->horizon * (1 - 1e-6))
    return g_strdup (line->name);
  moment = rankle_time_moment_in_words (rankle_model_get_time_unit (self->model),
                                        get_end (line->run), line->horizon);
  /* Translators: the name of a run that could not be computed to its end, and when it
   * stopped */
  return g_strdup_printf (_ ("%1$s (stops at %2$s)"), line->name, moment);
}

/* ---- rows ---- */

/* Run, end, peak, nadir, and years. */
#define MOST_CELLS (4 + RANKLE_MEASURES_N_YEARS)

static guint
count_years (const Table *self)
{
  guint n = 0;

  for (guint i = 0; i < RANKLE_MEASURES_N_YEARS; i++)
    n += self->years[i];
  return n;
}

static double
get_width (const Table *self, guint cell)
{
  double rest = rankle_report_flow_get_inner (self->flow) - NAME_WIDTH - END_WIDTH -
                count_years (self) * YEAR_WIDTH;

  if (cell == 0)
    return NAME_WIDTH;
  if (cell == 1)
    return END_WIDTH;
  return cell < 4 ? floor (0.5 * rest) : YEAR_WIDTH;
}

/* Takes the texts of @row, of which some may be taller than others. */
static void
put_row (const Table *self, GPtrArray *row, gboolean bold)
{
  RanklePictureItem *items[MOST_CELLS];
  double             x = 0, height = 0;

  g_assert (row->len == 4 + count_years (self));

  for (guint i = 0; i < row->len; i++)
    {
      items[i] = rankle_picture_item_new_words (row->pdata[i], RANKLE_REPORT_SMALL_SIZE,
                                                bold, get_width (self, i) - CELL_GAP);
      height = fmax (height, items[i]->box.height);
    }
  rankle_report_flow_keep (self->flow, height + 1);
  for (guint i = 0; i < row->len; i++)
    {
      rankle_report_flow_put (self->flow, items[i], x, 0);
      x += get_width (self, i);
    }
  rankle_report_flow_advance (self->flow, height + 1);
  g_ptr_array_unref (row);
}

static void
put_header (const Table *self)
{
  static const char *const years[RANKLE_MEASURES_N_YEARS] = {
    N_ ("After 1 year"), N_ ("After 2 years"), N_ ("After 5 years"), N_ ("After 10 years")
  };
  GPtrArray *row = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (row, g_strdup (_ ("Run")));
  g_ptr_array_add (row, g_strdup (_ ("At End")));
  g_ptr_array_add (row, g_strdup (_ ("Peak")));
  g_ptr_array_add (row, g_strdup (_ ("Nadir")));
  for (guint i = 0; i < RANKLE_MEASURES_N_YEARS; i++)
    if (self->years[i])
      g_ptr_array_add (row, g_strdup (_ (years[i])));
  put_row (self, row, TRUE);
  rankle_report_flow_put (
      self->flow,
      rankle_picture_item_new_rule (rankle_report_flow_get_inner (self->flow)), 0, 0);
  rankle_report_flow_advance (self->flow, 3);
}

static void
put_line (const Table *self, const Line *line, guint column)
{
  RankleMeasures m = take (line, column);
  GPtrArray     *row = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (row, tell_name (self, line));
  g_ptr_array_add (row, tell_amount (&m, m.end));
  g_ptr_array_add (row, tell_extreme (self, &m, m.peak, m.peak_time, line->horizon));
  g_ptr_array_add (row, tell_extreme (self, &m, m.nadir, m.nadir_time, line->horizon));
  for (guint i = 0; i < RANKLE_MEASURES_N_YEARS; i++)
    if (self->years[i])
      g_ptr_array_add (row, tell_change (&m, i));
  put_row (self, row, FALSE);
}

static void
put_quantity (const Table *self, guint column)
{
  const RankleQuantity *quantity = rankle_model_get_column (self->model, column);
  const char           *unit = quantity->unit != NULL ? quantity->unit : "";
  g_autofree char      *words =
      *unit == '\0' ? g_strdup (quantity->label)
                    /* Translators: a quantity and its unit */
                         : g_strdup_printf (_ ("%1$s, %2$s"), quantity->label, _ (unit));

  rankle_report_flow_put_text (self->flow, words, RANKLE_REPORT_SMALL_SIZE,
                               RANKLE_REPORT_BOLD, 0);
  for (guint i = 0; i < self->lines->len; i++)
    put_line (self, &g_array_index (self->lines, Line, i), column);
  rankle_report_flow_advance (self->flow, 4);
}

/* What is told of a quantity is on one page, if its rows are of a line each, with the
 * header over the first of each page. */
static void
put_quantities (const Table *self)
{
  double room = (3 + self->lines->len) * ROW_ROOM;
  guint  pages = 0;

  for (guint i = 0; i < self->n; i++)
    {
      rankle_report_flow_keep (self->flow, room);
      if (self->flow->pages->len != pages)
        put_header (self);
      pages = self->flow->pages->len;
      put_quantity (self, self->columns[i]);
    }
}

/* ---- remarks ---- */

static void
put_remark (const Table *self, const char *text)
{
  rankle_report_flow_put_text (self->flow, text, RANKLE_REPORT_SMALL_SIZE,
                               RANKLE_REPORT_DIM, 0);
}

static void
remark_on_rivals (const Table *self, const RanklePictureContent *content)
{
  g_autoptr (GPtrArray) letters = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *list = NULL;
  g_autofree char *words = NULL;

  for (guint i = 0; i < content->n_kept; i++)
    if (is_seen (&content->kept[i]) &&
        rankle_kept_run_get_model (content->kept[i].kept) != self->model)
      g_ptr_array_add (letters, rankle_kept_run_dup_letter (
                                    rankle_kept_run_get_ink (content->kept[i].kept)));
  if (letters->len == 0)
    return;
  g_ptr_array_add (letters, NULL);
  list = g_strjoinv (", ", (char **)letters->pdata);
  /* Translators: %s are letters of kept runs */
  words = g_strdup_printf (_ ("Of another model, and so not in this table: %s."), list);
  put_remark (self, words);
}

void
_rankle_report_put_measures (RankleReportFlow *flow, const RanklePictureContent *content)
{
  Table self = { .flow = flow, .model = rankle_session_get_model (content->session) };

  choose_columns (&self);
  if (self.n == 0)
    return;
  list_runs (&self, content);
  find_years (&self);
  put_quantities (&self);
  if (count_years (&self) > 0)
    put_remark (&self, _ ("Changes are counted from a run’s first dose (the baseline’s "
                          "from that of the run now), or from its start where nothing is "
                          "given; in percent of the value then, where that says "
                          "something."));
  remark_on_rivals (&self, content);
  g_array_unref (self.lines);
}
