/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rankle-run-row.h"

#include <glib/gi18n.h>

#include "rankle-run-sample.h"

/* ---- words ---- */

char *
rankle_run_row_dup_words (const RankleKeptResult *result)
{
  g_autofree char *letter = NULL;
  g_autoptr (GString) words = NULL;

  g_return_val_if_fail (result != NULL, NULL);

  letter = rankle_kept_run_dup_letter (rankle_kept_run_get_ink (result->kept));
  words = g_string_new (letter);
  g_string_append_printf (words, ": %s", rankle_kept_run_get_name (result->kept));
  if (rankle_kept_run_is_baseline (result->kept))
    g_string_append_printf (words, ", %s", _ ("baseline"));
  if (rankle_kept_run_is_hidden (result->kept))
    g_string_append_printf (words, ", %s", _ ("hidden"));
  if (result->failure != NULL)
    g_string_append_printf (words, ". %s", result->failure);
  return g_string_free (g_steal_pointer (&words), FALSE);
}

/* ---- menu ---- */

static void
add_item (GMenu *menu, const char *label, const char *action, guint index)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "u", index);
  g_menu_append_item (menu, item);
}

static void
add_section (GMenu *menu, GMenu *section)
{
  if (g_menu_model_get_n_items (G_MENU_MODEL (section)) > 0)
    g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
}

static GMenuModel *
make_menu (const RankleKeptResult *result, guint index, gboolean is_own, gboolean is_last)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) first = g_menu_new ();
  g_autoptr (GMenu) second = g_menu_new ();
  g_autoptr (GMenu) last = g_menu_new ();

  add_item (first, _ ("_What Differs"), "win.show-run", index);
  add_item (first, _ ("Re_name…"), "win.rename-run", index);
  add_item (first, _ ("_Take Settings Back"), "win.take-run-back", index);
  if (rankle_kept_run_is_baseline (result->kept))
    add_item (second, _ ("Back to the Model’s _Baseline"), "win.reset-baseline", index);
  else if (is_own && result->failure == NULL)
    add_item (second, _ ("Make _Baseline"), "win.make-baseline", index);
  if (index > 0)
    add_item (second, _ ("Move _Up"), "win.raise-run", index);
  if (!is_last)
    add_item (second, _ ("Move _Down"), "win.lower-run", index);
  add_item (last, _ ("_Delete"), "win.delete-run", index);
  add_section (menu, first);
  add_section (menu, second);
  add_section (menu, last);
  return G_MENU_MODEL (menu);
}

/* ---- parts ---- */

/* @name: what is heard, with the run that it is about. */
static void
name_part (GtkWidget *part, const char *id, const char *tip, const char *run)
{
  /* Translators: what a button does, and the name of a run */
  g_autofree char *name = g_strdup_printf (_ ("%1$s: %2$s"), tip, run);

  gtk_widget_set_tooltip_text (part, tip);
  gtk_widget_set_valign (part, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (part, "flat");
  g_object_set_data (G_OBJECT (part), "part", (gpointer)id);
  gtk_accessible_update_property (GTK_ACCESSIBLE (part), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name, -1);
}

/* The baseline is shown and hidden as such. */
static GtkWidget *
make_eye (const RankleKeptResult *result, guint index)
{
  gboolean   hidden = rankle_kept_run_is_hidden (result->kept);
  GtkWidget *eye = gtk_button_new_from_icon_name (hidden ? "view-conceal-symbolic"
                                                         : "view-reveal-symbolic");

  name_part (eye, "eye", hidden ? _ ("Show") : _ ("Hide"),
             rankle_kept_run_get_name (result->kept));
  if (rankle_kept_run_is_baseline (result->kept))
    {
      gtk_actionable_set_action_name (GTK_ACTIONABLE (eye), "win.show-baseline");
      gtk_widget_set_tooltip_text (eye, _ ("Show or hide the baseline"));
      return eye;
    }
  gtk_actionable_set_action_target (GTK_ACTIONABLE (eye), "u", index);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (eye), "win.hide-run");
  return eye;
}

static GtkWidget *
make_menu_button (const RankleKeptResult *result,
                  guint                   index,
                  gboolean                is_own,
                  gboolean                is_last)
{
  GtkWidget *button = gtk_menu_button_new ();
  g_autoptr (GMenuModel) menu = make_menu (result, index, is_own, is_last);

  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), menu);
  name_part (button, "menu", _ ("Run menu"), rankle_kept_run_get_name (result->kept));
  return button;
}

static GtkWidget *
make_name (const char *name, gboolean dim)
{
  GtkWidget *label = gtk_label_new (name);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_set_tooltip_text (label, name);
  if (dim)
    gtk_widget_add_css_class (label, "dim-label");
  return label;
}

static GtkWidget *
make_caption (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "dim-label");
  return label;
}

static GtkWidget *
make_warning (const char *failure)
{
  GtkWidget *image = g_object_new (GTK_TYPE_IMAGE, "icon-name", "dialog-warning-symbolic",
                                   "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                   "tooltip-text", failure, NULL);

  gtk_widget_add_css_class (image, "warning");
  return image;
}

/* ---- the row ---- */

static GtkWidget *
make_row (GtkWidget *box, const char *words)
{
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  words, -1);
  g_object_set_data (G_OBJECT (row), "part", (gpointer) "row");
  return row;
}

static GtkWidget *
make_box (int ink)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_box_append (GTK_BOX (box), rankle_run_sample_new (ink));
  return box;
}

GtkWidget *
rankle_run_row_new (const RankleKeptResult *result,
                    guint                   index,
                    gboolean                is_own,
                    gboolean                is_last)
{
  g_autofree char *words = NULL;
  GtkWidget       *row, *box;
  gboolean         is_baseline, is_hidden;

  g_return_val_if_fail (result != NULL, NULL);

  words = rankle_run_row_dup_words (result);
  is_baseline = is_own && rankle_kept_run_is_baseline (result->kept);
  is_hidden = rankle_kept_run_is_hidden (result->kept) && !is_baseline;
  box = make_box ((int)rankle_kept_run_get_ink (result->kept));
  rankle_run_sample_set_ghost (RANKLE_RUN_SAMPLE (gtk_widget_get_first_child (box)),
                               is_baseline);
  gtk_box_append (GTK_BOX (box),
                  make_name (rankle_kept_run_get_name (result->kept), is_hidden));
  if (result->failure != NULL)
    gtk_box_append (GTK_BOX (box), make_warning (result->failure));
  if (is_baseline)
    gtk_box_append (GTK_BOX (box), make_caption (_ ("Baseline")));
  gtk_box_append (GTK_BOX (box), make_eye (result, index));
  gtk_box_append (GTK_BOX (box), make_menu_button (result, index, is_own, is_last));
  row = make_row (box, words);
  g_object_set_data (G_OBJECT (row), "index", GUINT_TO_POINTER (index + 1));
  return row;
}

GtkWidget *
rankle_run_row_new_now (void)
{
  GtkWidget *box = make_box (RANKLE_RUN_SAMPLE_NOW);
  GtkWidget *row;

  gtk_box_append (GTK_BOX (box), make_name (_ ("Now"), FALSE));
  row = make_row (box, _ ("Now: the run that the controls ask for, a solid line"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  return row;
}
