/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Bundled models beside their twins from BioModels, which lie outside this tree: the
 * folder that RANKLE_SCIENCE names has them under sbml/. Without it nothing is tested. */

#include <gio/gio.h>
#include <math.h>
#include <string.h>

#include "published-run.h"
#include "rankle-model-error.h"
#include "rankle-model-file.h"

#define TOLERANCE 1e-6 /* of a column's largest value */
#define RTOL      1e-11
#define PAIRS_MAX 16

/* Ayati's osteoclasts fall to 1e-8 between two waves and grow from what is left. The
 * bundled model has their logarithm. */
#define SMALL_CELLS 1e-18

typedef struct
{
  const char *model, *file;
  const char *arguments; /* what makes the bundled model start as the twin does */
  double      end, every;
  double      absolute; /* tolerance of the twin's run; 0: chosen for each state */
  const char *refused;  /* (nullable): why the twin is not read */
  struct
  {
    const char *ours, *theirs;
  } columns[PAIRS_MAX];
} Twin;

static const Twin twins[] = {
  { "lemaire-2004",
    "BIOMD0000000278",
    "",
    100,
    1,
    0,
    NULL,
    { { "R", "R" }, { "B", "B" }, { "C", "C" } } },
  { "komarova-2003",
    "BIOMD0000000401",
    "--init=osteoclast=11.06 --init=osteoblast=212.13",
    400,
    1,
    0,
    NULL,
    { { "osteoclast", "C" }, { "osteoblast", "B" }, { "bone", "z" } } },
  { "komarova-2003", "BIOMD0000000148", "", 400, 1, 0, "event", { { NULL, NULL } } },
  { "graham-2013",
    "BIOMD0000000721",
    "",
    200,
    0.5,
    0,
    NULL,
    { { "osteocyte", "Osteocytes__S" },
      { "preosteoblast", "Pre_Osteoblasts__P" },
      { "osteoblast", "Osteoblasts__B" },
      { "osteoclast", "Osteoclasts__C" },
      { "bone", "Bone_volume__z" } } },
  { "ayati-2010",
    "BIOMD0000000402",
    "--set=bone_clamp=0",
    2000,
    4,
    SMALL_CELLS,
    NULL,
    { { "osteoclast", "C" },
      { "osteoblast", "B" },
      { "bone", "z" },
      { "tumour", "Tumour" } } },
  { "ayati-2010",
    "BIOMD0000000403",
    "--set=treatment_start=600 --set=osteoclast_start=13 --set=osteoblast_start=300",
    2000,
    4,
    SMALL_CELLS,
    NULL,
    { { "osteoclast", "C" },
      { "osteoblast", "B" },
      { "bone", "z" },
      { "tumour", "Tumour" } } },
  { "lipniacki-2004",
    "BIOMD0000000786",
    "--set=TNF_start=363600 --init=IkBa_NFkB=0.06 --init=IKK_neutral=0 --init=NFkB=0 "
    "--init=NFkB_nuclear=0 --init=A20=0 --init=A20_mRNA=0 --init=IkBa=0 "
    "--init=IkBa_nuclear=0 --init=IkBa_mRNA=0 --init=IkBa_NFkB_nuclear=0 "
    "--init=reporter_mRNA=0",
    363600 + 21600,
    600,
    0,
    NULL,
    { { "IKK_neutral", "IKK_neutral" },
      { "IKK_active", "IKK_active" },
      { "IKK_inactive", "IKK_inact" },
      { "IKK_IkBa", "IKKactive_IkB" },
      { "IKK_IkBa_NFkB", "IKKactive_IkB_NFKB" },
      { "NFkB", "NFKB" },
      { "NFkB_nuclear", "NFKB_nuc" },
      { "A20", "A20" },
      { "A20_mRNA", "A20_mRNA" },
      { "IkBa", "IkB" },
      { "IkBa_nuclear", "IkB_nuc" },
      { "IkBa_mRNA", "IkB_mRNA" },
      { "IkBa_NFkB", "IkB_NFKB" },
      { "IkBa_NFkB_nuclear", "IkB_NFKB_nuc" },
      { "reporter_mRNA", "cgen_mRNA" } } },
};

static RankleModel *
read_twin (const char *file, GError **error)
{
  g_autofree char *name = g_strconcat (file, ".xml", NULL);
  g_autofree char *path =
      g_build_filename (g_getenv ("RANKLE_SCIENCE"), "sbml", name, NULL);

  return rankle_model_new_from_file (path, error);
}

static RankleTrajectory *
run_ours (const Twin *twin)
{
  g_autofree char *arguments =
      g_strdup_printf ("--rtol=%g --end=%.17g --every=%g %s", RTOL, twin->end,
                       twin->every, twin->arguments);
  g_autoptr (RankleProtocol) protocol =
      published_make_protocol (twin->model, TRUE, arguments);

  return published_run (protocol);
}

static RankleTrajectory *
run_theirs (const Twin *twin, RankleModel *model)
{
  g_autoptr (RankleProtocol) protocol = rankle_protocol_new (model);

  rankle_protocol_set_every (protocol, twin->end, twin->every);
  rankle_protocol_set_tolerances (protocol, RTOL, twin->absolute);
  return published_run (protocol);
}

static const double *
get_column (RankleTrajectory *trajectory, const char *id)
{
  return rankle_trajectory_get_column (
      trajectory, published_find_column (rankle_trajectory_get_model (trajectory), id));
}

/* How far @ours is from @theirs, in parts of its largest value. */
static double
measure (const double *ours, const double *theirs, guint n)
{
  double top = 0, gap = 0;

  for (guint i = 0; i < n; i++)
    {
      g_assert_true (isfinite (ours[i]) && isfinite (theirs[i]));
      top = fmax (top, fabs (theirs[i]));
      gap = fmax (gap, fabs (ours[i] - theirs[i]));
    }
  return gap / top;
}

static void
compare (const Twin *twin, RankleModel *model)
{
  g_autoptr (RankleTrajectory) ours = run_ours (twin);
  g_autoptr (RankleTrajectory) theirs = run_theirs (twin, model);
  guint n = rankle_trajectory_get_n_times (ours);

  g_assert_cmpuint (n, ==, rankle_trajectory_get_n_times (theirs));
  for (guint k = 0; k < PAIRS_MAX && twin->columns[k].ours != NULL; k++)
    {
      double gap = measure (get_column (ours, twin->columns[k].ours),
                            get_column (theirs, twin->columns[k].theirs), n);

      g_test_message ("%s: %.1e", twin->columns[k].ours, gap);
      if (!(gap <= TOLERANCE))
        g_test_fail ();
    }
}

static void
test_twin (gconstpointer data)
{
  const Twin *twin = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (RankleModel) model = NULL;

  if (g_getenv ("RANKLE_SCIENCE") == NULL)
    {
      g_test_skip ("RANKLE_SCIENCE names no folder");
      return;
    }
  model = read_twin (twin->file, &error);
  if (twin->refused != NULL)
    {
      g_assert_error (error, RANKLE_MODEL_ERROR, RANKLE_MODEL_ERROR_UNSUPPORTED);
      g_assert_nonnull (strstr (error->message, twin->refused));
      return;
    }
  g_assert_no_error (error);
  compare (twin, model);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (twins); i++)
    {
      g_autofree char *path = g_strconcat ("/twins/", twins[i].file, NULL);

      g_test_add_data_func (path, &twins[i], test_twin);
    }
  return g_test_run ();
}
