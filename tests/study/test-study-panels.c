/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Which plots are seen: steps of undo, and what a panel makes of what is put into it. */

#include <math.h>
#include <string.h>

#include "fake-runner.h"
#include "rankle-catalog.h"
#include "rankle-study-panels.h"

typedef struct
{
  RankleModel *model;
  RankleStudy *study;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  f->model = rankle_catalog_load ("rankle", NULL);
  f->study = rankle_study_new ();
  fake_runner_set_quick (TRUE);
  rankle_study_set_model (f->study, f->model);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  rankle_study_close (f->study);
  g_assert_finalize_object (f->study);
  rankle_model_unref (f->model);
}

static guint
find_column (Fixture *f, const char *id)
{
  int column = rankle_model_find_column (f->model, id);

  g_assert_cmpint (column, >=, 0);
  return (guint)column;
}

/* (transfer full): ids of the panels that are seen. */
static char *
list_ids (Fixture *f)
{
  g_autoptr (GPtrArray) panels =
      rankle_session_list_panels (rankle_study_get_session (f->study));
  GString *ids = g_string_new (NULL);

  for (guint i = 0; i < panels->len; i++)
    g_string_append_printf (ids, "%s%s", i > 0 ? " " : "",
                            rankle_shown_panel_get (panels->pdata[i])->id);
  return g_string_free (ids, FALSE);
}

static void
assert_ids (Fixture *f, const char *expected)
{
  g_autofree char *ids = list_ids (f);

  g_assert_cmpstr (ids, ==, expected);
}

/* (transfer full) */
static RankleShownPanel *
get_shown (Fixture *f, const char *id)
{
  g_autoptr (GPtrArray) panels =
      rankle_session_list_panels (rankle_study_get_session (f->study));

  return rankle_shown_panel_ref (rankle_shown_panels_find (panels, id));
}

/* ---- panels ---- */

#define OF_MODEL "drug rankl holders cells turnover bone"

static void
test_remove (Fixture *f, gconstpointer data)
{
  assert_ids (f, OF_MODEL);
  g_assert_false (rankle_study_has_own_panels (f->study));
  rankle_study_remove_panel (f->study, "rankl");
  assert_ids (f, "drug holders cells turnover bone");
  g_assert_cmpstr (rankle_study_get_undo_label (f->study), ==,
                   "Remove “Free RANKL and RANK occupancy”");
  rankle_study_remove_panel (f->study, "nowhere");
  rankle_study_undo (f->study);
  assert_ids (f, OF_MODEL);
  rankle_study_redo (f->study);
  assert_ids (f, "drug holders cells turnover bone");
  rankle_study_reset_panels (f->study);
  assert_ids (f, OF_MODEL);
  rankle_study_undo (f->study);
  assert_ids (f, "drug holders cells turnover bone");
}

/* There is always one to look at. */
static void
test_last_stays (Fixture *f, gconstpointer data)
{
  static const char *const ids[] = { "drug", "rankl", "holders", "cells", "turnover" };

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    rankle_study_remove_panel (f->study, ids[i]);
  assert_ids (f, "bone");
  rankle_study_remove_panel (f->study, "bone");
  assert_ids (f, "bone");
}

static void
test_move (Fixture *f, gconstpointer data)
{
  rankle_study_move_panel (f->study, "bone", -1);
  assert_ids (f, "drug rankl holders cells bone turnover");
  g_assert_false (rankle_study_can_move_panel (f->study, "turnover", 1));
  rankle_study_move_panel (f->study, "turnover", 1);
  assert_ids (f, "drug rankl holders cells bone turnover");
  rankle_study_move_panel (f->study, "drug", 1);
  assert_ids (f, "rankl drug holders cells bone turnover");
}

/* To where another stands, which makes room; each a step of undo. */
static void
test_place (Fixture *f, gconstpointer data)
{
  rankle_study_place_panel (f->study, "bone", 1);
  assert_ids (f, "drug bone rankl holders cells turnover");
  g_assert_cmpstr (rankle_study_get_undo_label (f->study), ==,
                   "Move “Bone mineral density”");
  rankle_study_place_panel (f->study, "drug", 5);
  assert_ids (f, "bone rankl holders cells turnover drug");
  rankle_study_place_panel (f->study, "drug", 6);
  rankle_study_place_panel (f->study, "nowhere", 0);
  assert_ids (f, "bone rankl holders cells turnover drug");
  rankle_study_undo (f->study);
  rankle_study_undo (f->study);
  assert_ids (f, "drug rankl holders cells turnover bone");
  g_assert_false (rankle_study_has_own_panels (f->study));
}

static void
test_add (Fixture *f, gconstpointer data)
{
  g_autofree char *first =
      rankle_study_add_panel (f->study, "drug", find_column (f, "sclerostin"));
  g_autofree char *second =
      rankle_study_add_panel (f->study, "bone", find_column (f, "RANKL"));
  g_autoptr (RankleShownPanel) panel = get_shown (f, first);
  const RankleQuantity *quantity =
      rankle_model_get_column (f->model, find_column (f, "sclerostin"));

  assert_ids (f, "drug own-1 rankl holders cells turnover bone own-2");
  g_assert_cmpstr (rankle_shown_panel_get (panel)->title, ==, quantity->label);
  g_assert_cmpstr (rankle_shown_panel_get (panel)->unit, ==, quantity->unit);
  g_assert_false (rankle_shown_panel_get (panel)->relative);
  g_assert_true (isnan (rankle_shown_panel_get (panel)->reference));
}

/* ---- what one shows ---- */

/* Units that differ make percents of it, and are told so. */
static void
test_units (Fixture *f, gconstpointer data)
{
  g_autofree char *own =
      rankle_study_add_panel (f->study, "bone", find_column (f, "RANKL"));
  g_autoptr (RankleShownPanel) alike = NULL;
  g_autoptr (RankleShownPanel) mixed = NULL;
  const char *unit = rankle_model_get_column (f->model, find_column (f, "RANKL"))->unit;

  g_assert_cmpstr (
      unit, ==, rankle_model_get_column (f->model, find_column (f, "RANKL_OPG"))->unit);
  g_assert_cmpstr (unit, !=,
                   rankle_model_get_column (f->model, find_column (f, "CTX"))->unit);
  rankle_study_add_quantity (f->study, own, find_column (f, "RANKL_OPG"));
  alike = get_shown (f, own);
  g_assert_cmpstr (rankle_shown_panel_get (alike)->unit, ==, unit);
  g_assert_false (rankle_shown_panel_get (alike)->relative);
  rankle_study_add_quantity (f->study, own, find_column (f, "CTX"));
  mixed = get_shown (f, own);
  g_assert_cmpuint (rankle_shown_panel_get (mixed)->n_columns, ==, 3);
  g_assert_true (rankle_shown_panel_get (mixed)->relative);
  g_assert_cmpstr (rankle_shown_panel_get (mixed)->unit, ==, "% of baseline");
  g_assert_cmpfloat (rankle_shown_panel_get (mixed)->reference, ==, 100);
}

/* A panel is called by what it shows. */
static void
test_titles (Fixture *f, gconstpointer data)
{
  g_autoptr (RankleShownPanel) more = NULL;
  g_autoptr (RankleShownPanel) less = NULL;

  rankle_study_add_quantity (f->study, "cells", find_column (f, "CTX"));
  more = get_shown (f, "cells");
  g_assert_true (g_str_has_prefix (rankle_shown_panel_get (more)->title, "Cells, "));
  g_assert_true (rankle_shown_panel_get (more)->relative);
  g_assert_cmpstr (rankle_shown_panel_get (more)->labels[0], ==, "Osteoclasts");
  rankle_study_remove_quantity (f->study, "turnover", find_column (f, "CTX"));
  less = get_shown (f, "turnover");
  g_assert_cmpstr (rankle_shown_panel_get (less)->title, ==, "P1NP");
  g_assert_cmpstr (rankle_shown_panel_get (less)->unit, ==, "% of baseline");
  g_assert_cmpstr (rankle_study_get_undo_label (f->study), ==,
                   "Remove “CTX” from “Turnover: CTX and P1NP”");
  rankle_study_remove_quantity (f->study, "turnover", find_column (f, "P1NP"));
  g_assert_cmpstr (rankle_study_get_undo_label (f->study), ==,
                   "Remove “CTX” from “Turnover: CTX and P1NP”");
}

static void
assert_refused (Fixture *f, const char *panel, const char *column, const char *why)
{
  g_autofree char *refusal =
      rankle_study_find_no_quantity (f->study, panel, find_column (f, column));
  g_autofree char *before = g_strdup (rankle_study_get_undo_label (f->study));

  g_assert_nonnull (refusal);
  g_assert_nonnull (strstr (refusal, why));
  rankle_study_add_quantity (f->study, panel, find_column (f, column));
  g_assert_cmpstr (rankle_study_get_undo_label (f->study), ==, before);
}

static void
test_refused (Fixture *f, gconstpointer data)
{
  g_autofree char *own =
      rankle_study_add_panel (f->study, "bone", find_column (f, "RANKL"));

  assert_refused (f, "holders", "CTX", "Shares");
  assert_refused (f, "turnover", "CTX", "is in this plot");
  assert_refused (f, "nowhere", "CTX", "no such plot");
  /* Nobody has the drug at baseline. */
  assert_refused (f, "cells", "denosumab_serum", "begins at 0");
  assert_refused (f, "drug", "CTX", "begins at 0");
  for (guint i = 0, n = 1; n < RANKLE_OWN_PANEL_COLUMNS_MAX; i++)
    {
      g_autofree char *refusal = rankle_study_find_no_quantity (f->study, own, i);

      if (refusal == NULL)
        rankle_study_add_quantity (f->study, own, i);
      n += refusal == NULL;
    }
  assert_refused (f, own, "denosumab_serum", "has room for 8");
}

/* Two against each other, each in its unit; and back, as they were. */
static void
test_phase (Fixture *f, gconstpointer data)
{
  g_autoptr (RankleShownPanel) before = get_shown (f, "rankl");
  g_autoptr (RankleShownPanel) phase = NULL;
  g_autoptr (RankleShownPanel) after = NULL;

  g_assert_false (rankle_study_can_set_phase (f->study, "bone"));
  g_assert_false (rankle_study_can_set_phase (f->study, "holders"));
  rankle_study_set_phase (f->study, "bone", TRUE);
  g_assert_false (rankle_study_has_own_panels (f->study));
  rankle_study_set_phase (f->study, "rankl", TRUE);
  phase = get_shown (f, "rankl");
  g_assert_cmpint (rankle_shown_panel_get (phase)->kind, ==, RANKLE_PANEL_PHASE);
  g_assert_cmpstr (rankle_shown_panel_get (phase)->title, ==,
                   "Occupancy against Free RANKL");
  g_assert_false (rankle_shown_panel_get (phase)->relative);
  assert_refused (f, "rankl", "CTX", "two quantities");
  rankle_study_set_phase (f->study, "rankl", FALSE);
  after = get_shown (f, "rankl");
  g_assert_cmpint (rankle_shown_panel_get (after)->kind, ==, RANKLE_PANEL_LINES);
  g_assert_cmpstr (rankle_shown_panel_get (after)->unit, ==,
                   rankle_shown_panel_get (before)->unit);
  g_assert_cmpstr (rankle_shown_panel_get (after)->title, ==,
                   rankle_shown_panel_get (before)->title);
  g_assert_true (rankle_shown_panel_get (after)->relative);
}

/* Of another model, other plots; and back. */
static void
test_of_each_model (Fixture *f, gconstpointer data)
{
  g_autoptr (RankleModel) other = rankle_catalog_load ("lemaire-2004", NULL);

  rankle_study_remove_panel (f->study, "drug");
  rankle_study_set_model (f->study, other);
  g_assert_false (rankle_study_has_own_panels (f->study));
  rankle_study_set_model (f->study, f->model);
  assert_ids (f, "rankl holders cells turnover bone");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func)                                                                  \
  g_test_add ("/study-panels/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("remove", test_remove);
  ADD ("last-stays", test_last_stays);
  ADD ("move", test_move);
  ADD ("place", test_place);
  ADD ("add", test_add);
  ADD ("units", test_units);
  ADD ("titles", test_titles);
  ADD ("refused", test_refused);
  ADD ("phase", test_phase);
  ADD ("of-each-model", test_of_each_model);
#undef ADD
  return g_test_run ();
}
