/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <adwaita.h>
#include <string.h>

#include "rankle-catalog.h"
#include "rankle-provenance.h"
#include "rankle-resources.h"

static RankleModel *
load (const char *id)
{
  g_autoptr (GError) error = NULL;
  RankleModel *model = rankle_catalog_load (id, &error);

  g_assert_no_error (error);
  return model;
}

static guint
count_lines (RankleProvenance *page)
{
  g_autofree char *text = rankle_provenance_dup_table (page);
  guint            n = 0;

  for (const char *p = text; *p != '\0'; p++)
    n += *p == '\n';
  return n;
}

static GtkWidget *
find_child (GtkWidget *widget, GType type)
{
  if (g_type_is_a (G_OBJECT_TYPE (widget), type))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_child (child, type);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
filter (RankleProvenance *page, const char *text)
{
  GtkWidget *entry = find_child (GTK_WIDGET (page), GTK_TYPE_SEARCH_ENTRY);

  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  g_signal_emit_by_name (entry, "search-changed");
}

/* A header, and a line for each quantity of every bundled model. */
static void
test_all_is_there (void)
{
  g_auto (GStrv) ids = rankle_catalog_list_models ();

  for (guint i = 0; ids[i] != NULL; i++)
    {
      g_autoptr (RankleModel) model = load (ids[i]);
      GtkWidget *page = rankle_provenance_new (NULL, model);

      g_object_ref (page);
      g_assert_cmpuint (count_lines (RANKLE_PROVENANCE (page)), ==,
                        1 + rankle_model_get_n_parameters (model) +
                            rankle_model_get_n_columns (model) +
                            rankle_model_get_n_hidden (model));
      gtk_window_destroy (GTK_WINDOW (page));
      g_assert_finalize_object (page);
    }
}

static void
test_filter (void)
{
  g_autoptr (RankleModel) model = load ("lemaire-2004");
  RankleProvenance *page = RANKLE_PROVENANCE (rankle_provenance_new (NULL, model));
  g_autofree char  *text = NULL;

  filter (page, "OURS");
  text = rankle_provenance_dup_table (page);
  g_assert_nonnull (strstr (text, "\nopg_factor,"));
  g_assert_null (strstr (text, "\nC_s,"));
  filter (page, "no such thing");
  g_assert_cmpuint (count_lines (page), ==, 1);
  filter (page, "");
  g_assert_cmpuint (count_lines (page), >, 20);
  gtk_window_destroy (GTK_WINDOW (page));
}

/* With every digit, and quoted where it holds a comma. */
static void
test_copied_text (void)
{
  g_autoptr (RankleModel) model = load ("lemaire-2004");
  RankleProvenance *page = RANKLE_PROVENANCE (rankle_provenance_new (NULL, model));
  g_autofree char  *text = rankle_provenance_dup_table (page);
  const char       *row = strstr (text, "\nD_R,");

  g_assert_true (g_str_has_prefix (text, "Id,Name,Kind,Value,Unit,Grade,Source,Range\n"));
  g_assert_nonnull (row);
  g_assert_nonnull (strstr (row, ",Parameter,0.0007"));
  g_assert_nonnull (strstr (row, ",published,\"Lemaire"));
  gtk_window_destroy (GTK_WINDOW (page));
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_assert_nonnull (rankle_resources_get_resource ());
  g_test_add_func ("/provenance/all-is-there", test_all_is_there);
  g_test_add_func ("/provenance/filter", test_filter);
  g_test_add_func ("/provenance/copied-text", test_copied_text);
  return g_test_run ();
}
