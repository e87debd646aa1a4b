/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rankle-plot-view.h"

#include <math.h>

#include "rankle-glyph-choices.h"
#include "rankle-plot-panel.h"
#include "rankle-plot-reorder.h"
#include "rankle-plot-style.h"

#define GAP 6
/* What a column needs, in sizes of the letters. */
#define COLUMN_WIDTH 19.5

struct _RanklePlotView
{
  GtkWidget         parent_instance;
  RankleStudy      *study;     /* (owned) (nullable) */
  RankleSpotlight  *spotlight; /* (owned) (nullable) */
  GPtrArray        *panels;    /* Borrowed: children */
  char             *first;     /* (owned) (nullable): id of what comes before all else */
  char            **chosen;    /* (owned) (nullable): ids; NULL: all are shown */
  gboolean          show_ghost, hold;
  char            **only; /* (owned) (nullable): ids of those that are shown; NULL: all */
  double            until;       /* the run is shown until then */
  RanklePlotSketch *sketch;      /* (owned) (nullable) */
  char             *sketched_on; /* (owned) (nullable): id of its panel */
  gboolean          sketching;
};

enum
{
  PROP_STUDY = 1,
  PROP_SHOW_GHOST,
  PROP_HOLD,
  N_PROPERTIES
};

enum
{
  SKETCHED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPERTIES];
static guint       signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (RanklePlotView, rankle_plot_view, GTK_TYPE_WIDGET)

static void
agree_on_labels (RanklePlotView *self)
{
  double room = 0;

  for (guint i = 0; i < self->panels->len; i++)
    room = MAX (room, rankle_plot_panel_measure_labels (self->panels->pdata[i]));
  for (guint i = 0; i < self->panels->len; i++)
    rankle_plot_panel_set_label_room (self->panels->pdata[i], room);
}

static void
update_panels (RanklePlotView *self)
{
  for (guint i = 0; i < self->panels->len; i++)
    rankle_plot_panel_update (self->panels->pdata[i], self->show_ghost, self->hold);
  if (!self->hold)
    agree_on_labels (self);
}

static void
update_cursor (RanklePlotView *self)
{
  for (guint i = 0; i < self->panels->len; i++)
    rankle_plot_panel_update_cursor (self->panels->pdata[i]);
}

static void
update_zoom (RanklePlotView *self)
{
  double from, to;

  rankle_study_get_zoom (self->study, &from, &to);
  for (guint i = 0; i < self->panels->len; i++)
    rankle_plot_panel_set_view (self->panels->pdata[i], from, to);
}

/* ---- one alone ---- */

/* (nullable): of the panels that there are. */
static const char *
find_enlarged (RanklePlotView *self)
{
  const char *id =
      self->study == NULL
          ? NULL
          : rankle_plot_looks_get_enlarged (rankle_study_get_plot_looks (self->study));

  for (guint i = 0; id != NULL && i < self->panels->len; i++)
    if (g_str_equal (rankle_plot_panel_get_id (self->panels->pdata[i]), id))
      return id;
  return NULL;
}

/* Of what is asked for there is something. */
static gboolean
has_only (RanklePlotView *self)
{
  for (guint i = 0; self->only != NULL && i < self->panels->len; i++)
    if (g_strv_contains ((const char *const *)self->only,
                         rankle_plot_panel_get_id (self->panels->pdata[i])))
      return TRUE;
  return FALSE;
}

static gboolean
is_shown (RanklePlotView *self, RanklePlotPanel *panel)
{
  const char *id = rankle_plot_panel_get_id (panel), *enlarged = find_enlarged (self);

  if (self->chosen != NULL)
    return g_strv_contains ((const char *const *)self->chosen, id);
  if (enlarged == NULL && has_only (self))
    return g_strv_contains ((const char *const *)self->only, id);
  return enlarged == NULL || g_str_equal (id, enlarged);
}

/* What is not to be seen is not to be reached, either. */
static void
show_panels (RanklePlotView *self)
{
  for (guint i = 0; i < self->panels->len; i++)
    gtk_widget_set_visible (self->panels->pdata[i],
                            is_shown (self, self->panels->pdata[i]));
}

static void
update_looks (RanklePlotView *self)
{
  show_panels (self);
  update_panels (self);
}

static guint
count_shown (RanklePlotView *self)
{
  guint n = 0;

  for (guint i = 0; i < self->panels->len; i++)
    n += is_shown (self, self->panels->pdata[i]);
  return n;
}

static void
drop_panels (RanklePlotView *self)
{
  for (guint i = 0; i < self->panels->len; i++)
    gtk_widget_unparent (self->panels->pdata[i]);
  g_ptr_array_set_size (self->panels, 0);
}

static void
sketched_cb (RanklePlotPanel *panel, RanklePlotView *self)
{
  g_autofree char *words =
      rankle_plot_sketch_in_words (self->sketch, rankle_plot_panel_get_plot (panel));

  g_signal_emit (self, signals[SKETCHED], 0, words);
}

static void
add_panel (RanklePlotView *self, RankleShownPanel *shown)
{
  GtkWidget *panel = rankle_plot_panel_new (self->study, shown);

  if (self->spotlight != NULL)
    rankle_plot_panel_set_spotlight (RANKLE_PLOT_PANEL (panel), self->spotlight);
  rankle_plot_panel_set_until (RANKLE_PLOT_PANEL (panel), self->until);
  g_signal_connect (panel, "sketched", G_CALLBACK (sketched_cb), self);
  if (g_strcmp0 (rankle_plot_panel_get_id (RANKLE_PLOT_PANEL (panel)),
                 self->sketched_on) == 0)
    rankle_plot_panel_set_sketch (RANKLE_PLOT_PANEL (panel), self->sketch,
                                  self->sketching);
  gtk_widget_set_parent (panel, GTK_WIDGET (self));
  g_ptr_array_add (self->panels, panel);
}

/* (transfer full) (nullable): RankleShownPanel, in the order in which they are seen. */
static GPtrArray *
list_panels (RanklePlotView *self)
{
  GPtrArray *shown =
      self->study == NULL
          ? NULL
          : rankle_session_list_panels (rankle_study_get_session (self->study));

  for (guint i = 1; shown != NULL && self->first != NULL && i < shown->len; i++)
    if (g_str_equal (rankle_shown_panel_get (shown->pdata[i])->id, self->first))
      g_ptr_array_insert (shown, 0, g_ptr_array_steal_index (shown, i));
  return shown;
}

static void
build_panels (RanklePlotView *self)
{
  g_autoptr (GPtrArray) shown = list_panels (self);

  drop_panels (self);
  for (guint i = 0; shown != NULL && i < shown->len; i++)
    add_panel (self, shown->pdata[i]);
  g_assert (shown == NULL || self->panels->len == shown->len);
  update_looks (self);
  if (self->study != NULL && rankle_study_get_model (self->study) != NULL)
    update_zoom (self);
}

/* ---- another arrangement ---- */

/* -1: the focus is elsewhere. */
static int
find_focused (RanklePlotView *self)
{
  GtkRoot   *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root == NULL ? NULL : gtk_root_get_focus (root);

  for (guint i = 0; focus != NULL && i < self->panels->len; i++)
    if (focus == self->panels->pdata[i] ||
        gtk_widget_is_ancestor (focus, self->panels->pdata[i]))
      return (int)i;
  return -1;
}

/* To the panel of that id, or to what stands in its place now. */
static void
focus_on (RanklePlotView *self, const char *id, guint index)
{
  GtkWidget *panel = NULL;

  for (guint i = 0; i < self->panels->len; i++)
    if (g_str_equal (rankle_plot_panel_get_id (self->panels->pdata[i]), id))
      panel = self->panels->pdata[i];
  if (panel == NULL && self->panels->len > 0)
    panel = self->panels->pdata[MIN (index, self->panels->len - 1)];
  if (panel != NULL)
    gtk_widget_grab_focus (panel);
}

static gboolean
forget_cb (gpointer data)
{
  g_ptr_array_unref (data);
  return G_SOURCE_REMOVE;
}

/* What asked for it may be an action of one of the panels that go: they live until that
 * has come to its end. */
static void
arrange (RanklePlotView *self)
{
  GPtrArray       *old = g_ptr_array_new_with_free_func (g_object_unref);
  int              focused = find_focused (self);
  g_autofree char *id =
      focused < 0 ? NULL
                  : g_strdup (rankle_plot_panel_get_id (self->panels->pdata[focused]));

  for (guint i = 0; i < self->panels->len; i++)
    g_ptr_array_add (old, g_object_ref (self->panels->pdata[i]));
  build_panels (self);
  if (id != NULL)
    focus_on (self, id, (guint)focused);
  g_idle_add (forget_cb, old);
}

void
rankle_plot_view_set_first (RanklePlotView *view, const char *panel)
{
  g_return_if_fail (RANKLE_IS_PLOT_VIEW (view));

  if (g_strcmp0 (view->first, panel) == 0)
    return;
  g_free (view->first);
  view->first = g_strdup (panel);
  arrange (view);
}

void
rankle_plot_view_set_chosen (RanklePlotView *view, const char *const *panels)
{
  g_return_if_fail (RANKLE_IS_PLOT_VIEW (view));

  g_strfreev (view->chosen);
  view->chosen = g_strdupv ((char **)panels);
  show_panels (view);
  gtk_widget_queue_resize (GTK_WIDGET (view));
}

void
rankle_plot_view_set_study (RanklePlotView *view, RankleStudy *study)
{
  g_return_if_fail (RANKLE_IS_PLOT_VIEW (view));

  if (view->study == study)
    return;
  drop_panels (view);
  if (view->study != NULL)
    g_signal_handlers_disconnect_by_data (view->study, view);
  g_set_object (&view->study, study);
  if (study != NULL)
    {
      g_signal_connect_swapped (study, "notify::model", G_CALLBACK (build_panels), view);
      g_signal_connect_swapped (study, "notify::trajectory", G_CALLBACK (update_panels),
                                view);
      g_signal_connect_swapped (study, "notify::baseline", G_CALLBACK (update_panels),
                                view);
      g_signal_connect_swapped (study, "notify::findings", G_CALLBACK (update_panels),
                                view);
      g_signal_connect_swapped (study, "notify::observations", G_CALLBACK (update_panels),
                                view);
      g_signal_connect_swapped (study, "notify::difference", G_CALLBACK (update_panels),
                                view);
      g_signal_connect_swapped (study, "notify::arrangement", G_CALLBACK (arrange), view);
      g_signal_connect_swapped (study, "notify::plot-looks", G_CALLBACK (update_looks),
                                view);
      g_signal_connect_swapped (study, "notify::kept", G_CALLBACK (update_panels), view);
      g_signal_connect_swapped (study, "notify::cursor", G_CALLBACK (update_cursor),
                                view);
      g_signal_connect_swapped (study, "notify::zoomed", G_CALLBACK (update_zoom), view);
      build_panels (view);
    }
  g_object_notify_by_pspec (G_OBJECT (view), properties[PROP_STUDY]);
}

void
rankle_plot_view_set_spotlight (RanklePlotView *view, RankleSpotlight *spotlight)
{
  g_return_if_fail (RANKLE_IS_PLOT_VIEW (view) && view->study == NULL);

  g_set_object (&view->spotlight, spotlight);
}

RankleStudy *
rankle_plot_view_get_study (RanklePlotView *view)
{
  g_return_val_if_fail (RANKLE_IS_PLOT_VIEW (view), NULL);

  return view->study;
}

static void
set_flag (RanklePlotView *self, gboolean *flag, gboolean value, guint property)
{
  if (*flag == value)
    return;
  *flag = value;
  update_panels (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

void
rankle_plot_view_set_hold (RanklePlotView *view, gboolean hold)
{
  g_return_if_fail (RANKLE_IS_PLOT_VIEW (view));

  set_flag (view, &view->hold, hold, PROP_HOLD);
}

void
rankle_plot_view_fit (RanklePlotView *view)
{
  g_return_if_fail (RANKLE_IS_PLOT_VIEW (view));

  if (view->study != NULL)
    rankle_study_set_zoom (view->study, 0, 0);
}

/* (nullable) */
static GtkWidget *
find_panel_of (RanklePlotView *self, const char *column)
{
  RankleModel *model = self->study == NULL ? NULL : rankle_study_get_model (self->study);
  int          panel = model == NULL ? -1 : rankle_model_find_panel_of (model, column);

  for (guint i = 0; panel >= 0 && i < self->panels->len; i++)
    if (g_str_equal (rankle_plot_panel_get_id (self->panels->pdata[i]),
                     rankle_model_get_panel (model, (guint)panel)->id))
      return self->panels->pdata[i];
  return NULL;
}

gboolean
rankle_plot_view_show_column (RanklePlotView *view, const char *column)
{
  GtkWidget *panel;

  g_return_val_if_fail (RANKLE_IS_PLOT_VIEW (view) && column != NULL, FALSE);

  panel = find_panel_of (view, column);
  return panel != NULL && gtk_widget_grab_focus (panel);
}

/* ---- some of it ---- */

void
rankle_plot_view_set_only (RanklePlotView *view, const char *const *panels)
{
  g_return_if_fail (RANKLE_IS_PLOT_VIEW (view));

  g_strfreev (view->only);
  view->only = g_strdupv ((char **)panels);
  update_looks (view);
  gtk_widget_queue_resize (GTK_WIDGET (view));
}

void
rankle_plot_view_set_until (RanklePlotView *view, double until)
{
  g_return_if_fail (RANKLE_IS_PLOT_VIEW (view) && !isnan (until));

  view->until = until;
  for (guint i = 0; i < view->panels->len; i++)
    rankle_plot_panel_set_until (view->panels->pdata[i], until);
  update_panels (view);
}

/* ---- a curve drawn by hand ---- */

/* Which of the panel's series draws @column; -1: none does. */
static int
find_series (RanklePlotPanel *panel, RankleModel *model, guint column)
{
  const RanklePlot *plot = rankle_plot_panel_get_plot (panel);
  const char       *id = rankle_plot_panel_get_id (panel);

  for (guint i = 0; i < rankle_model_get_n_panels (model); i++)
    {
      const RanklePanel *own = rankle_model_get_panel (model, i);

      for (guint k = 0; g_str_equal (own->id, id) && k < plot->n_series; k++)
        if (own->columns[k] == column)
          return (int)k;
    }
  return -1;
}

/* (nullable): the one that shows it over time, as the column's own values. */
static RanklePlotPanel *
find_panel_for (RanklePlotView *self, RankleModel *model, guint column, int *series)
{
  for (guint i = 0; i < self->panels->len; i++)
    {
      RanklePlotPanel *panel = self->panels->pdata[i];

      *series = find_series (panel, model, column);
      if (*series >= 0 && gtk_widget_get_visible (GTK_WIDGET (panel)) &&
          rankle_plot_panel_get_plot (panel)->kind == RANKLE_PLOT_LINES)
        return panel;
    }
  return NULL;
}

static void
show_sketch (RanklePlotView *self)
{
  for (guint i = 0; i < self->panels->len; i++)
    {
      RanklePlotPanel *panel = self->panels->pdata[i];
      gboolean on = g_strcmp0 (rankle_plot_panel_get_id (panel), self->sketched_on) == 0;

      rankle_plot_panel_set_sketch (panel, on ? self->sketch : NULL,
                                    on && self->sketching);
    }
}

gboolean
rankle_plot_view_begin_sketch (RanklePlotView *view,
                               const char     *column,
                               double          from,
                               double          to)
{
  RankleModel     *model;
  RanklePlotPanel *panel = NULL;
  int              found, series;
  double           start = NAN;

  g_return_val_if_fail (RANKLE_IS_PLOT_VIEW (view) && column != NULL, FALSE);
  g_return_val_if_fail (view->study != NULL, FALSE);

  rankle_plot_view_drop_sketch (view);
  model = rankle_study_get_model (view->study);
  found = model == NULL ? -1 : rankle_model_find_column (model, column);
  if (found >= 0)
    panel = find_panel_for (view, model, (guint)found, &series);
  if (panel != NULL)
    start =
        rankle_plot_get_value (rankle_plot_panel_get_plot (panel), (guint)series, from);
  if (!isfinite (start) || !(from < to))
    return FALSE;
  view->sketch = g_new (RanklePlotSketch, 1);
  rankle_plot_sketch_init (view->sketch, from, to, start);
  view->sketched_on = g_strdup (rankle_plot_panel_get_id (panel));
  view->sketching = TRUE;
  show_sketch (view);
  return TRUE;
}

void
rankle_plot_view_close_sketch (RanklePlotView *view)
{
  g_return_if_fail (RANKLE_IS_PLOT_VIEW (view));

  view->sketching = FALSE;
  show_sketch (view);
}

void
rankle_plot_view_drop_sketch (RanklePlotView *view)
{
  g_return_if_fail (RANKLE_IS_PLOT_VIEW (view));

  if (view->sketch == NULL)
    return;
  g_clear_pointer (&view->sketched_on, g_free);
  view->sketching = FALSE;
  show_sketch (view);
  g_clear_pointer (&view->sketch, g_free);
}

const RanklePlotSketch *
rankle_plot_view_get_sketch (RanklePlotView *view)
{
  g_return_val_if_fail (RANKLE_IS_PLOT_VIEW (view), NULL);

  return view->sketch;
}

void
rankle_plot_view_focus_panel (RanklePlotView *view, const char *panel)
{
  g_return_if_fail (RANKLE_IS_PLOT_VIEW (view) && panel != NULL);

  focus_on (view, panel, 0);
}

/* ---- layout ---- */

static double
get_column_width (RanklePlotView *self)
{
  return COLUMN_WIDTH * rankle_plot_style_get_font_size (GTK_WIDGET (self));
}

static guint
count_columns (RanklePlotView *self, double width)
{
  return MIN ((guint)CLAMP (width / get_column_width (self), 1, 3),
              MAX (count_shown (self), 1));
}

static void
rankle_plot_view_measure (GtkWidget     *widget,
                          GtkOrientation orientation,
                          int            for_size,
                          int           *minimum,
                          int           *natural,
                          int           *minimum_baseline,
                          int           *natural_baseline)
{
  RanklePlotView *self = RANKLE_PLOT_VIEW (widget);
  int             least = 0, usual = 0;
  guint           columns =
      count_columns (self, for_size < 0 ? 3 * get_column_width (self) : for_size);
  guint rows = (count_shown (self) + columns - 1) / columns;

  for (guint i = 0; i < self->panels->len; i++)
    {
      int min, nat;

      gtk_widget_measure (self->panels->pdata[i], orientation, -1, &min, &nat, NULL,
                          NULL);
      least = MAX (least, min);
      usual = MAX (usual, nat);
    }
  *minimum = orientation == GTK_ORIENTATION_VERTICAL ? (int)rows * (least + GAP) : least;
  *natural = orientation == GTK_ORIENTATION_VERTICAL ? (int)rows * (usual + GAP)
                                                     : (int)columns * (usual + GAP);
  *minimum_baseline = *natural_baseline = -1;
}

static void
rankle_plot_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  RanklePlotView *self = RANKLE_PLOT_VIEW (widget);
  guint           columns = count_columns (self, width);
  guint           n = count_shown (self), at = 0;
  guint           rows = MAX ((n + columns - 1) / columns, 1);
  int             panel_width = (width - (int)(columns - 1) * GAP) / (int)columns;
  int             panel_height = (height - (int)(rows - 1) * GAP) / (int)rows;

  g_assert (columns > 0 && columns * rows >= n);

  agree_on_labels (self);
  for (guint i = 0; i < self->panels->len; i++)
    {
      GtkAllocation place = { .x = (int)(at % columns) * (panel_width + GAP),
                              .y = (int)(at / columns) * (panel_height + GAP),
                              .width = MAX (panel_width, 1),
                              .height = MAX (panel_height, 1) };
      int           least;

      if (!gtk_widget_get_visible (self->panels->pdata[i]))
        continue;
      at++;
      gtk_widget_measure (self->panels->pdata[i], GTK_ORIENTATION_VERTICAL, -1, &least,
                          NULL, NULL, NULL);
      place.height = MAX (place.height, least);
      gtk_widget_size_allocate (self->panels->pdata[i], &place, -1);
    }
}

static GtkSizeRequestMode
rankle_plot_view_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

/* ---- object ---- */

static void
rankle_plot_view_get_property (GObject    *object,
                               guint       id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  RanklePlotView *self = RANKLE_PLOT_VIEW (object);

  switch (id)
    {
    case PROP_STUDY:
      g_value_set_object (value, self->study);
      break;
    case PROP_SHOW_GHOST:
      g_value_set_boolean (value, self->show_ghost);
      break;
    case PROP_HOLD:
      g_value_set_boolean (value, self->hold);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
rankle_plot_view_set_property (GObject      *object,
                               guint         id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  RanklePlotView *self = RANKLE_PLOT_VIEW (object);

  switch (id)
    {
    case PROP_STUDY:
      rankle_plot_view_set_study (self, g_value_get_object (value));
      break;
    case PROP_SHOW_GHOST:
      set_flag (self, &self->show_ghost, g_value_get_boolean (value), PROP_SHOW_GHOST);
      break;
    case PROP_HOLD:
      rankle_plot_view_set_hold (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
rankle_plot_view_dispose (GObject *object)
{
  RanklePlotView *self = RANKLE_PLOT_VIEW (object);

  rankle_plot_view_set_study (self, NULL);
  g_clear_object (&self->spotlight);
  G_OBJECT_CLASS (rankle_plot_view_parent_class)->dispose (object);
}

static void
rankle_plot_view_finalize (GObject *object)
{
  RanklePlotView *self = RANKLE_PLOT_VIEW (object);

  g_ptr_array_unref (self->panels);
  g_free (self->first);
  g_strfreev (self->chosen);
  g_strfreev (self->only);
  g_free (self->sketched_on);
  g_free (self->sketch);
  G_OBJECT_CLASS (rankle_plot_view_parent_class)->finalize (object);
}

static void
rankle_plot_view_class_init (RanklePlotViewClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = rankle_plot_view_get_property;
  object_class->set_property = rankle_plot_view_set_property;
  object_class->dispose = rankle_plot_view_dispose;
  object_class->finalize = rankle_plot_view_finalize;
  widget_class->measure = rankle_plot_view_measure;
  widget_class->size_allocate = rankle_plot_view_size_allocate;
  widget_class->get_request_mode = rankle_plot_view_get_request_mode;
  gtk_widget_class_set_css_name (widget_class, "plots");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);

  properties[PROP_STUDY] = g_param_spec_object (
      "study", NULL, NULL, RANKLE_TYPE_STUDY,
      G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_SHOW_GHOST] = g_param_spec_boolean (
      "show-ghost", NULL, NULL, TRUE,
      G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_HOLD] = g_param_spec_boolean (
      "hold", NULL, NULL, FALSE,
      G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
  signals[SKETCHED] = g_signal_new ("sketched", RANKLE_TYPE_PLOT_VIEW, G_SIGNAL_RUN_LAST,
                                    0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
rankle_plot_view_init (RanklePlotView *self)
{
  self->panels = g_ptr_array_new ();
  self->show_ghost = TRUE;
  rankle_plot_reorder_add (GTK_WIDGET (self), self->panels, &self->study);
  self->until = INFINITY;
}
