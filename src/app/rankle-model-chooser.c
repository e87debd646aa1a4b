/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rankle-model-chooser.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "rankle-catalog.h"
#include "rankle-time-unit.h"
#include "rankle-type-ahead.h"

#define WIDTH      480
#define MAX_HEIGHT 520
#define DAY        86400.0

/* The scale of a run, not its length. */
static const char *
get_time_scale (const RankleModel *model)
{
  double seconds = rankle_model_get_horizon (model) *
                   rankle_time_unit_get_seconds (rankle_model_get_time_unit (model));

  if (!(seconds > 0))
    return _ ("no unit");
  if (seconds > 730 * DAY)
    return _ ("years");
  if (seconds > 5 * DAY)
    return _ ("days");
  if (seconds > 0.5 * DAY)
    return _ ("hours");
  return _ ("minutes");
}

/* ---- rows ---- */

/* What eyes read in three places is one thing to hear; the title is the row's name
 * already. */
static void
describe_row (GtkWidget *row, const RankleModel *model)
{
  g_autofree char *words = NULL;

  /* Translators: what a model is, and the scale of its time: “years” or “minutes” */
  words = g_strdup_printf (_ ("%1$s. Time scale: %2$s"), rankle_model_get_summary (model),
                           get_time_scale (model));
  /* Since libadwaita 1.3 the subtitle is told to describe the row, and comes first. */
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (row),
                                 GTK_ACCESSIBLE_RELATION_DESCRIBED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words, -1);
}

static void
add_suffixes (GtkWidget *row, const RankleModel *model)
{
  GtkWidget *scale = gtk_label_new (get_time_scale (model));
  GtkWidget *mark =
      g_object_new (GTK_TYPE_IMAGE, "icon-name", "object-select-symbolic",
                    "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  gtk_widget_add_css_class (scale, "caption");
  gtk_widget_add_css_class (scale, "dim-label");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), scale);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), mark);
  g_object_set_data (G_OBJECT (row), "mark", mark);
}

static GtkWidget *
make_row (const RankleModel *model, const char *group)
{
  g_autofree char *title = NULL;
  g_autofree char *subtitle = NULL;
  GtkWidget       *row;

  title = g_markup_escape_text (rankle_model_get_title (model), -1);
  subtitle = g_markup_escape_text (rankle_model_get_summary (model), -1);
  row = g_object_new (ADW_TYPE_ACTION_ROW, "title", title, "subtitle", subtitle,
                      "activatable", TRUE, NULL);
  add_suffixes (row, model);
  describe_row (row, model);
  g_object_set_data (G_OBJECT (row), "model", (gpointer)model); /* which others keep */
  g_object_set_data_full (G_OBJECT (row), "group", g_strdup (group), g_free);
  return row;
}

/* A heading where a group begins. */
static void
add_heading (GtkListBoxRow *row, GtkListBoxRow *before, gpointer data)
{
  const char *group = g_object_get_data (G_OBJECT (row), "group");
  const char *last = before == NULL ? "" : g_object_get_data (G_OBJECT (before), "group");
  GtkWidget  *heading = NULL;

  g_assert (group != NULL);

  if (g_strcmp0 (group, last) != 0)
    {
      heading = g_object_new (GTK_TYPE_LABEL, "label", group, "xalign", 0.0, NULL);
      gtk_widget_add_css_class (heading, "heading");
      gtk_widget_add_css_class (heading, "group-title");
    }
  gtk_list_box_row_set_header (row, heading);
}

/* ---- what is typed ---- */

static const char *
get_words (GtkListBox *list)
{
  return gtk_editable_get_text (g_object_get_data (G_OBJECT (list), "search"));
}

static gboolean
fits (GtkListBoxRow *row, gpointer data)
{
  const RankleModel *model = g_object_get_data (G_OBJECT (row), "model");
  const char        *group = g_object_get_data (G_OBJECT (row), "group");
  const char        *words = get_words (data);

  return g_str_match_string (words, rankle_model_get_title (model), TRUE) ||
         g_str_match_string (words, rankle_model_get_summary (model), TRUE) ||
         g_str_match_string (words, group, TRUE);
}

/* Enter takes the first that fits what is typed by now: what is seen is a moment behind.
 */
static void
search_activated_cb (GtkListBox *list)
{
  GtkListBoxRow *row;

  if (*get_words (list) == '\0')
    return;
  for (int i = 0; (row = gtk_list_box_get_row_at_index (list, i)) != NULL; i++)
    if (gtk_widget_get_visible (GTK_WIDGET (row)) && fits (row, list))
      {
        g_signal_emit_by_name (list, "row-activated", row);
        return;
      }
}

/* What is typed at a row, and no key of the list's, is searched for. */
static GtkWidget *
make_search (GtkWidget *list, GtkWidget *popover)
{
  GtkWidget *search =
      g_object_new (GTK_TYPE_SEARCH_ENTRY, "placeholder-text", _ ("Find a model"), NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (search), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Find a model"), -1);
  g_object_set_data (G_OBJECT (list), "search", search);
  rankle_type_ahead_add (popover, GTK_SEARCH_ENTRY (search));
  gtk_list_box_set_filter_func (GTK_LIST_BOX (list), fits, list, NULL);
  g_signal_connect_swapped (search, "search-changed",
                            G_CALLBACK (gtk_list_box_invalidate_filter), list);
  g_signal_connect_swapped (search, "activate", G_CALLBACK (search_activated_cb), list);
  g_signal_connect_swapped (search, "stop-search", G_CALLBACK (gtk_popover_popdown),
                            popover);
  return search;
}

/* ---- the list ---- */

static void
fill (GtkListBox *list)
{
  g_auto (GStrv) ids = rankle_catalog_list_models ();

  g_assert (gtk_list_box_get_row_at_index (list, 0) == NULL); /* once */

  for (guint i = 0; ids[i] != NULL; i++)
    {
      g_autoptr (RankleModel) model = rankle_catalog_load (ids[i], NULL);
      GtkWidget *row;

      if (model == NULL)
        continue;
      row = make_row (model, rankle_model_get_group (model));
      g_object_set_data_full (G_OBJECT (row), "id", g_strdup (ids[i]), g_free);
      gtk_list_box_append (list, row);
    }
}

/* Behind the bundled ones. */
static void
renew_opened (GtkListBox *list, GPtrArray *opened)
{
  GtkListBoxRow *row;
  int            n = 0;

  while ((row = gtk_list_box_get_row_at_index (list, n)) != NULL)
    if (g_object_get_data (G_OBJECT (row), "id") == NULL)
      gtk_list_box_remove (list, GTK_WIDGET (row));
    else
      n++;
  for (guint i = 0; opened != NULL && i < opened->len; i++)
    gtk_list_box_append (list, make_row (opened->pdata[i], _ ("Opened files")));
}

/* A tick at the model that is shown, and the keyboard on it. */
static void
mark_present (GtkListBox *list, const RankleModel *present)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (list, i)) != NULL; i++)
    {
      gboolean is_present = g_object_get_data (G_OBJECT (row), "model") == present;

      gtk_widget_set_opacity (g_object_get_data (G_OBJECT (row), "mark"), is_present);
      if (is_present)
        {
          gtk_list_box_select_row (list, row);
          gtk_widget_grab_focus (GTK_WIDGET (row));
        }
    }
}

static void
map_cb (GtkWidget *popover, GtkListBox *list)
{
  gtk_editable_set_text (g_object_get_data (G_OBJECT (list), "search"), "");
  if (gtk_list_box_get_row_at_index (list, 0) == NULL)
    fill (list);
  renew_opened (list, g_object_get_data (G_OBJECT (popover), "opened"));
  mark_present (list, g_object_get_data (G_OBJECT (popover), "present"));
}

static gboolean
is_for_rivals (GtkPopover *popover)
{
  return g_object_get_data (G_OBJECT (popover), "rivals") != NULL;
}

static void
activated_cb (GtkListBox *list, GtkListBoxRow *row, GtkPopover *popover)
{
  const char *id = g_object_get_data (G_OBJECT (row), "id");
  GPtrArray  *opened = g_object_get_data (G_OBJECT (popover), "opened");
  guint       which;

  gtk_popover_popdown (popover);
  if (id != NULL)
    gtk_widget_activate_action (GTK_WIDGET (popover),
                                is_for_rivals (popover) ? "win.keep-rival" : "win.model",
                                "s", id);
  else if (g_ptr_array_find (opened, g_object_get_data (G_OBJECT (row), "model"), &which))
    gtk_widget_activate_action (GTK_WIDGET (popover),
                                is_for_rivals (popover) ? "win.keep-opened-rival"
                                                        : "win.opened-model",
                                "u", which);
}

void
rankle_model_chooser_set_models (GtkWidget   *chooser,
                                 GPtrArray   *opened,
                                 RankleModel *present)
{
  g_return_if_fail (GTK_IS_POPOVER (chooser) && opened != NULL && present != NULL);

  g_object_set_data_full (G_OBJECT (chooser), "opened", g_ptr_array_ref (opened),
                          (GDestroyNotify)g_ptr_array_unref);
  g_object_set_data_full (G_OBJECT (chooser), "present", rankle_model_ref (present),
                          (GDestroyNotify)rankle_model_unref);
}

static GtkWidget *
make_scroller (GtkWidget *list)
{
  return g_object_new (GTK_TYPE_SCROLLED_WINDOW, "hscrollbar-policy", GTK_POLICY_NEVER,
                       "propagate-natural-height", TRUE, "max-content-height", MAX_HEIGHT,
                       "child", list, NULL);
}

/* What is said of the model that is shown. */
static GtkWidget *
make_about (GtkPopover *popover)
{
  GtkWidget *about = gtk_button_new_with_label (_ ("About This Model"));

  gtk_actionable_set_action_name (GTK_ACTIONABLE (about), "win.provenance");
  gtk_widget_add_css_class (about, "flat");
  g_signal_connect_swapped (about, "clicked", G_CALLBACK (gtk_popover_popdown), popover);
  return about;
}

static GtkWidget *
make_chooser (gboolean for_rivals)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *list = gtk_list_box_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  if (for_rivals)
    g_object_set_data (G_OBJECT (popover), "rivals", list);
  gtk_widget_add_css_class (list, "navigation-sidebar");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Models"), -1);
  gtk_widget_set_size_request (list, WIDTH, -1);
  gtk_list_box_set_header_func (GTK_LIST_BOX (list), add_heading, NULL, NULL);
  gtk_box_append (GTK_BOX (box), make_search (list, popover));
  gtk_box_append (GTK_BOX (box), make_scroller (list));
  if (!for_rivals)
    gtk_box_append (GTK_BOX (box), make_about (GTK_POPOVER (popover)));
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  g_signal_connect (popover, "map", G_CALLBACK (map_cb), list);
  g_signal_connect (list, "row-activated", G_CALLBACK (activated_cb), popover);
  return popover;
}

GtkWidget *
rankle_model_chooser_new (void)
{
  return make_chooser (FALSE);
}

GtkWidget *
rankle_model_chooser_new_for_rivals (void)
{
  return make_chooser (TRUE);
}
