/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <adwaita.h>
#include <string.h>

#include "rankle-catalog.h"
#include "rankle-model-file.h"
#include "rankle-provenance-row.h"
#include "rankle-provenance-words.h"
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

static gboolean
says (GtkWidget *widget, const char *words)
{
  if (GTK_IS_LABEL (widget) &&
      strstr (gtk_label_get_text (GTK_LABEL (widget)), words) != NULL)
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (says (child, words))
      return TRUE;
  return FALSE;
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

  g_assert_true (
      g_str_has_prefix (text, "Id,Name,Kind,Value,As set,Unit,Grade,Source,Range\n"));
  g_assert_nonnull (row);
  g_assert_nonnull (strstr (row, ",Parameter,0.0007"));
  g_assert_nonnull (strstr (row, ",published,\"Lemaire"));
  gtk_window_destroy (GTK_WINDOW (page));
}

/* The row of @id holds @cells. */
static gboolean
row_holds (const char *table, const char *id, const char *cells)
{
  g_autofree char *start = g_strdup_printf ("\n%s,", id);
  const char      *row = strstr (table, start);
  g_autofree char *line = NULL;

  g_assert_nonnull (row);
  line = g_strndup (row + 1, strcspn (row + 1, "\n"));
  return strstr (line, cells) != NULL;
}

/* The model's own number, and beside it the one that a control has put in its place. */
static void
test_as_set (void)
{
  g_autoptr (RankleModel) model = load ("lemaire-2004");
  g_autoptr (RankleStudy) study = rankle_study_new ();
  RankleProvenance *page = RANKLE_PROVENANCE (rankle_provenance_new (NULL, model));
  g_autofree char  *table = NULL;
  g_autofree char  *back = NULL;

  rankle_study_set_model (study, model);
  rankle_provenance_set_study (page, study);
  rankle_study_set_control (study, "opg", 2.5);
  table = rankle_provenance_dup_table (page);
  g_assert_true (row_holds (table, "opg_factor", ",Parameter,1,2.5,"));
  g_assert_true (row_holds (table, "D_R", ",Parameter,0.0007,0.0007,"));
  rankle_study_undo (study);
  back = rankle_provenance_dup_table (page);
  g_assert_true (row_holds (back, "opg_factor", ",Parameter,1,1,"));
  rankle_study_close (study);
  gtk_window_destroy (GTK_WINDOW (page));
}

/* What is missing, and what it is not meant for; of another model when that is shown. */
static void
test_words (void)
{
  g_autoptr (RankleModel) lemaire = load ("lemaire-2004");
  g_autoptr (RankleModel) peterson = load ("peterson-riggs-2012");
  GtkWidget *page = rankle_provenance_new (NULL, lemaire);

  g_assert_true (says (page, rankle_model_get_title (lemaire)));
  g_assert_true (says (page, rankle_model_get_source (lemaire)));
  g_assert_true (says (page, rankle_model_get_notes (lemaire)[0]));
  g_assert_true (says (page, rankle_model_find_control (lemaire, "estrogen")->absent));
  g_assert_true (says (page, "no clinical tool"));
  rankle_provenance_set_model (RANKLE_PROVENANCE (page), peterson);
  g_assert_false (says (page, rankle_model_get_title (lemaire)));
  g_assert_false (says (page, rankle_model_get_notes (lemaire)[0]));
  g_assert_true (says (page, rankle_model_get_notes (peterson)[0]));
  g_assert_cmpuint (count_lines (RANKLE_PROVENANCE (page)), >, 300);
  gtk_window_destroy (GTK_WINDOW (page));
}

static gboolean
holds (char **sentences, const char *words)
{
  for (guint i = 0; sentences[i] != NULL; i++)
    if (strstr (sentences[i], words) != NULL)
      return TRUE;
  return FALSE;
}

/* What the map has and the model has not; a reason that four controls share stands once.
 */
static void
test_missing (void)
{
  g_autoptr (RankleModel) rankle = load ("rankle");
  g_autoptr (RankleModel) lemaire = load ("lemaire-2004");
  g_autoptr (RankleModel) plain = rankle_model_new_from_antimony (
      "k = 1; x = 1; x' = -k * x", -1, "plain", NULL, NULL);
  g_auto (GStrv) of_rankle = rankle_provenance_list_missing (rankle);
  g_auto (GStrv) of_lemaire = rankle_provenance_list_missing (lemaire);
  g_auto (GStrv) of_plain = rankle_provenance_list_missing (plain);
  guint n = 0;

  g_assert_true (holds (of_rankle, "JNK"));
  g_assert_false (holds (of_rankle, "OPG"));
  for (guint i = 0; of_lemaire[i] != NULL; i++)
    n += g_str_equal (of_lemaire[i],
                      rankle_model_find_control (lemaire, "denosumab_dose")->absent);
  g_assert_cmpuint (n, ==, 1);
  g_assert_null (of_plain[0]);
}

/* Only what was read in its source is a citation; and a row is heard in one. */
static void
test_rows (void)
{
  g_autoptr (RankleModel) model = load ("martinez-reina-2019");
  g_autoptr (GListModel) rows = rankle_provenance_rows_new (model);
  guint n_citations = 0, n_published = 0;

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (RankleProvenanceRow) row = g_list_model_get_item (rows, i);
      g_autofree char *grade =
          rankle_provenance_row_dup_cell (row, RANKLE_CELL_GRADE, FALSE);
      g_autofree char *label =
          rankle_provenance_row_dup_cell (row, RANKLE_CELL_LABEL, FALSE);
      g_autofree char *words = rankle_provenance_row_dup_words (row);

      n_citations += rankle_provenance_row_is_citation (row);
      n_published += g_str_equal (grade, "published");
      g_assert_true (g_str_has_prefix (words, label));
      g_assert_nonnull (strstr (words, grade));
    }
  g_assert_cmpuint (n_citations, ==, n_published);
  g_assert_cmpuint (n_citations, >, 0);
  g_assert_cmpuint (n_citations, <, g_list_model_get_n_items (rows));
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
  g_test_add_func ("/provenance/as-set", test_as_set);
  g_test_add_func ("/provenance/words", test_words);
  g_test_add_func ("/provenance/missing", test_missing);
  g_test_add_func ("/provenance/rows", test_rows);
  return g_test_run ();
}
