/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A treated run out as SBML and in again is the same run. */

#include <string.h>

#include "rankle-catalog.h"
#include "rankle-model-file.h"
#include "rankle-sbml.h"
#include "rankle-text.h"
#include "rankle-treated-sbml.h"
#include "treated-fixture.h"

#define N_TIMES 200
#define MONTHS  (365.25 / 12)

static guint
find (RankleModel *model, const char *id)
{
  const RankleQuantity *quantity = rankle_model_find (model, id);

  g_assert_nonnull (quantity);
  return quantity->index;
}

static RankleProtocol *
protocol_new (RankleModel *model, double end)
{
  RankleProtocol *protocol = rankle_protocol_new (model);
  double          times[N_TIMES];

  for (guint i = 0; i < N_TIMES; i++)
    times[i] = end * i / (N_TIMES - 1);
  rankle_protocol_set_times (protocol, times, N_TIMES);
  rankle_protocol_set_tolerances (protocol, 2e-11, 0);
  return protocol;
}

/* ---- six regimens of the default model ---- */

typedef struct
{
  const char *state;
  double      amount, month;
} Dose;

typedef struct
{
  const char *name;
  double      end; /* [months] */
  Dose        doses[8];
} Regimen;

#define DENOSUMAB(MONTH)                                                                 \
  {                                                                                      \
    "denosumab_depot", 60, MONTH                                                         \
  }
#define OPG_FC(MONTH)                                                                    \
  {                                                                                      \
    "OPG_Fc_depot", 210, MONTH                                                           \
  }

static const Regimen regimens[] = {
  { "on-time", 30, { DENOSUMAB (0), DENOSUMAB (6), DENOSUMAB (12), DENOSUMAB (18) } },
  { "one-late", 30, { DENOSUMAB (0), DENOSUMAB (6), DENOSUMAB (15.7), DENOSUMAB (18) } },
  { "one-missed", 30, { DENOSUMAB (0), DENOSUMAB (6), DENOSUMAB (18) } },
  { "switched-to-opg-fc",
    24,
    { DENOSUMAB (0), DENOSUMAB (6), OPG_FC (12), OPG_FC (15) } },
  { "switched-late", 24, { OPG_FC (1), OPG_FC (4), DENOSUMAB (11.3), DENOSUMAB (17.3) } },
  { "twice-at-once-then-stopped",
    24,
    { DENOSUMAB (3), DENOSUMAB (3), { "peptide_depot", 40, 3 }, DENOSUMAB (9.1) } },
};

static void
test_regimen (gconstpointer data)
{
  const Regimen *regimen = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (RankleModel) model = rankle_catalog_load ("rankle", &error);
  g_autoptr (RankleProtocol) protocol = NULL;

  g_assert_no_error (error);
  protocol = protocol_new (model, regimen->end * MONTHS);
  for (const Dose *dose = regimen->doses; dose->state != NULL; dose++)
    rankle_protocol_add_dose (protocol, find (model, dose->state), dose->amount,
                              dose->month * MONTHS);
  rankle_protocol_seal (protocol);
  /* libSBML takes its time over so large a model. */
  treated_check (protocol, regimen == &regimens[G_N_ELEMENTS (regimens) - 1]);
}

/* ---- everything else that a protocol can ask ---- */

/* A rate rule, a species that reactions make, an amount, a formula of a parameter and a
 * formula of a state. */
#define SMALL                                                                            \
  "model small\n"                                                                        \
  "  unit day = 86400 second\n  unit mg = 1e-3 gram\n  unit per_day = 1 / day\n"         \
  "  unit mM = 1e-3 mole / litre\n  unit time_unit = day\n"                              \
  "  unit substance = 1e-3 mole\n  unit extent = 1e-3 mole\n  unit volume = litre\n"     \
  "  compartment v; v = 3; v has volume\n"                                               \
  "  k = 0.3; k has per_day\n  half = k / 2; half has per_day\n"                         \
  "  x = 5; x has mg\n  x' = -half * x\n"                                                \
  "  first = x; first has mg\n"                                                          \
  "  y = 2; y has mg\n  y' = half * first - k * y\n"                                     \
  "  species S in v; substanceOnly species A in v\n  S = 1; A = 2\n"                     \
  "  R: S => A; v * k * S\n"                                                             \
  "end\n"

static RankleModel *
small_model (void)
{
  g_autoptr (GError) error = NULL;
  RankleModel *model =
      rankle_text_read_antimony (SMALL, strlen (SMALL), "small.ant", &error);

  g_assert_no_error (error);
  return model;
}

static void
ask_inflows (RankleModel *model, RankleProtocol *protocol)
{
  rankle_protocol_add_infusion (protocol, find (model, "x"), 0.1, 1, 4);
  rankle_protocol_add_infusion (protocol, find (model, "x"), 0.7, 2, 6);
  rankle_protocol_add_infusion (protocol, find (model, "S"), 0.3, 0, 5);
  rankle_protocol_add_infusion (protocol, find (model, "A"), 0.2, 3, 30);
}

static void
ask_changes (RankleModel *model, RankleProtocol *protocol)
{
  rankle_protocol_set_parameter (protocol, find (model, "k"), 0.1 + 0.2);
  rankle_protocol_change_parameter (protocol, find (model, "k"), 0.7, 3);
  rankle_protocol_change_parameter (protocol, find (model, "k"), 0.2, 3);
  rankle_protocol_change_parameter (protocol, find (model, "half"), 0.05, 5);
  rankle_protocol_change_parameter (protocol, find (model, "k"), 0.9, 7);
}

/* At one time, and more than once. */
static void
ask_together (RankleModel *model, RankleProtocol *protocol)
{
  rankle_protocol_add_dose (protocol, find (model, "S"), 3, 0);
  rankle_protocol_add_dose (protocol, find (model, "S"), 2, 4);
  rankle_protocol_change_parameter (protocol, find (model, "k"), 0.6, 4);
  rankle_protocol_add_dose (protocol, find (model, "S"), 1.1, 4);
  rankle_protocol_add_infusion (protocol, find (model, "S"), 0.5, 4, 8);
  rankle_protocol_add_dose (protocol, find (model, "x"), 4, 4);
}

/* What SBML derives from a state must not follow it. */
static void
ask_initial (RankleModel *model, RankleProtocol *protocol)
{
  rankle_protocol_set_parameter (protocol, find (model, "k"), 0.4);
  rankle_protocol_set_initial (protocol, find (model, "x"), 9);
  rankle_protocol_set_initial (protocol, find (model, "S"), 0.7);
  rankle_protocol_add_dose (protocol, find (model, "x"), 1, 0);
}

/* The concentrations of what lies in it stay. */
static void
ask_size (RankleModel *model, RankleProtocol *protocol)
{
  rankle_protocol_set_parameter (protocol, find (model, "v"), 2);
  rankle_protocol_change_parameter (protocol, find (model, "v"), 6, 3);
  rankle_protocol_add_dose (protocol, find (model, "S"), 1, 3);
}

/* One that a rate rule moves and one that reactions do, whatever is given into them. */
static void
ask_hold (RankleModel *model, RankleProtocol *protocol)
{
  rankle_protocol_hold (protocol, find (model, "x"), 4);
  rankle_protocol_hold (protocol, find (model, "S"), 1.5);
  rankle_protocol_add_dose (protocol, find (model, "x"), 3, 2);
  rankle_protocol_add_infusion (protocol, find (model, "S"), 3, 1, 5);
  rankle_protocol_add_dose (protocol, find (model, "A"), 1, 2);
  rankle_protocol_change_parameter (protocol, find (model, "k"), 0.8, 3);
}

/* A concentration that is held stays one, be it of another room. */
static void
ask_hold_and_size (RankleModel *model, RankleProtocol *protocol)
{
  rankle_protocol_hold (protocol, find (model, "S"), 1.5);
  rankle_protocol_change_parameter (protocol, find (model, "v"), 6, 3);
}

/* Before the run: a dose was never given, the rest is as it was left. */
static void
ask_early (RankleModel *model, RankleProtocol *protocol)
{
  rankle_protocol_add_dose (protocol, find (model, "x"), 100, -1);
  rankle_protocol_add_infusion (protocol, find (model, "x"), 0.4, -2, 2);
  rankle_protocol_change_parameter (protocol, find (model, "k"), 0.8, -3);
  rankle_protocol_add_dose (protocol, find (model, "A"), 3, 9);
}

typedef struct
{
  const char *name;
  void (*ask) (RankleModel *model, RankleProtocol *protocol);
} Case;

static const Case cases[] = {
  { "inflows", ask_inflows },   { "changes", ask_changes },
  { "together", ask_together }, { "initial", ask_initial },
  { "size", ask_size },         { "early", ask_early },
  { "hold", ask_hold },         { "hold-and-size", ask_hold_and_size },
};

static void
test_case (gconstpointer data)
{
  const Case *it = data;
  g_autoptr (RankleModel) model = small_model ();
  g_autoptr (RankleProtocol) protocol = protocol_new (model, 10);

  it->ask (model, protocol);
  rankle_protocol_seal (protocol);
  treated_check (protocol, TRUE);
}

/* Nothing asked: the document says what the plain one says. */
static void
test_nothing (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RankleModel) model = small_model ();
  g_autoptr (RankleProtocol) protocol = protocol_new (model, 10);
  g_autofree char *plain = rankle_model_to_sbml (model, NULL, &error);
  g_autofree char *treated = NULL;

  g_assert_no_error (error);
  rankle_protocol_seal (protocol);
  treated = rankle_protocol_to_sbml (protocol, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (treated, ==, plain);
}

/* ---- models with events of their own ---- */

#define LEVEL_2                                                                          \
  "<sbml xmlns='http://www.sbml.org/sbml/level2/version4' level='2' version='4'>"        \
  "<model id='own'><listOfCompartments><compartment id='c' size='2'/>"                   \
  "</listOfCompartments><listOfSpecies>"                                                 \
  "<species id='S' compartment='c' initialConcentration='1'/></listOfSpecies>"           \
  "<listOfParameters><parameter id='k' value='0.1' constant='false'/>"                   \
  "</listOfParameters>"                                                                  \
  "<listOfReactions><reaction id='R' reversible='false'><listOfReactants>"               \
  "<speciesReference species='S'/></listOfReactants><kineticLaw>"                        \
  "<math xmlns='http://www.w3.org/1998/Math/MathML'><apply><times/><ci>c</ci>"           \
  "<ci>k</ci><ci>S</ci></apply></math></kineticLaw></reaction></listOfReactions>"        \
  "<listOfEvents><event id='later'><trigger>"                                            \
  "<math xmlns='http://www.w3.org/1998/Math/MathML'><apply><geq/>"                       \
  "<csymbol encoding='text' "                                                            \
  "definitionURL='http://www.sbml.org/sbml/symbols/time'>t</csymbol>"                    \
  "<cn>5</cn></apply></math></trigger><listOfEventAssignments>"                          \
  "<eventAssignment variable='k'><math xmlns='http://www.w3.org/1998/Math/MathML'>"      \
  "<apply><times/><cn>4</cn><ci>k</ci></apply></math></eventAssignment>"                 \
  "</listOfEventAssignments></event></listOfEvents></model></sbml>"

static RankleModel *
own_model (void)
{
  g_autoptr (GError) error = NULL;
  RankleModel *model =
      rankle_text_read_sbml (LEVEL_2, strlen (LEVEL_2), "own.xml", &error);

  g_assert_no_error (error);
  return model;
}

/* Of Level 2, which becomes Level 3. */
static void
test_beside_own (void)
{
  g_autoptr (RankleModel) model = own_model ();
  g_autoptr (RankleProtocol) protocol = protocol_new (model, 10);

  rankle_protocol_add_dose (protocol, find (model, "S"), 3, 0);
  rankle_protocol_change_parameter (protocol, find (model, "k"), 0.3, 2);
  rankle_protocol_add_dose (protocol, find (model, "S"), 3, 7);
  rankle_protocol_seal (protocol);
  treated_check (protocol, FALSE); /* the model has no units */
}

static void
test_meets_own (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RankleModel) model = own_model ();
  g_autoptr (RankleProtocol) protocol = protocol_new (model, 10);

  rankle_protocol_add_dose (protocol, find (model, "S"), 3, 5);
  rankle_protocol_seal (protocol);
  g_assert_null (rankle_protocol_to_sbml (protocol, &error));
  g_assert_nonnull (error);
  g_assert_nonnull (strstr (error->message, "time 5"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (regimens); i++)
    {
      g_autofree char *path =
          g_strconcat ("/treated-sbml/regimen/", regimens[i].name, NULL);

      g_test_add_data_func (path, &regimens[i], test_regimen);
    }
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/treated-sbml/small/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/treated-sbml/nothing", test_nothing);
  g_test_add_func ("/treated-sbml/own/beside", test_beside_own);
  g_test_add_func ("/treated-sbml/own/meets", test_meets_own);
  return g_test_run ();
}
