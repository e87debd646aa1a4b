/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rankle-complex-words.h"

#include <glib/gi18n-lib.h>
#include <math.h>

const char *
rankle_complex_title (guint picked)
{
  static const char *const titles[] = {
    N_ ("No groove holds RANK"),
    N_ ("1 of 3 grooves holds RANK"),
    N_ ("2 of 3 grooves hold RANK"),
    N_ ("3 of 3 grooves hold RANK"),
  };

  g_return_val_if_fail (picked <= RANKLE_GROOVES, NULL);

  return _ (titles[picked]);
}

const char *
rankle_complex_subtitle (guint picked)
{
  return picked == RANKLE_GROOVES ? _ ("Signals: all three receptors are together")
                                  : _ ("No signal: RANK must fill all three grooves");
}

const char *
rankle_complex_complaint (RankleComplexKnown known)
{
  static const char *const complaints[] = {
    [RANKLE_COMPLEX_NO_STATES] = N_ ("This model has no receptor states."),
    [RANKLE_COMPLEX_NO_TRIMERS] = N_ ("There is no RANKL now, and so no trimer."),
    [RANKLE_COMPLEX_NOT_RUN] = N_ ("The run did not come so far."),
  };

  return complaints[known] == NULL ? NULL : _ (complaints[known]);
}

const char *
rankle_complex_caption (void)
{
  return _ ("RANKL and OPG: C-alphas of PDB 3URF (Luan 2012, J Immunol 189:245). RANK, "
            "drugs, stalks and membranes are schematics.");
}

/* ---- names ---- */

const char *
rankle_holder_get_name (RankleHolder holder)
{
  static const char *const names[RANKLE_N_HOLDERS] = {
    [RANKLE_HOLDER_FREE] = N_ ("free"),
    [RANKLE_HOLDER_RANK] = N_ ("RANK"),
    [RANKLE_HOLDER_OPG] = N_ ("OPG"),
    [RANKLE_HOLDER_OPG_FC] = N_ ("OPG-Fc"),
    [RANKLE_HOLDER_DENOSUMAB] = N_ ("denosumab"),
    [RANKLE_HOLDER_PEPTIDE] = N_ ("peptide"),
  };

  g_return_val_if_fail (holder < RANKLE_N_HOLDERS, NULL);

  return _ (names[holder]);
}

static const char *
get_crd_name (guint part)
{
  static const char *const names[] = { N_ ("CRD1"), N_ ("CRD2"), N_ ("CRD3"),
                                       N_ ("CRD4") };

  g_return_val_if_fail (part <= G_N_ELEMENTS (names), NULL);

  return _ (names[part - 1]);
}

static gboolean
has_crds (RankleBody body)
{
  return body == RANKLE_BODY_RANK || body == RANKLE_BODY_OPG;
}

const char *
rankle_body_get_name (RankleBody body, guint part)
{
  static const char *const names[RANKLE_N_BODIES] = {
    [RANKLE_BODY_RANKL] = N_ ("RANKL"),
    [RANKLE_BODY_RANK] = N_ ("RANK"),
    [RANKLE_BODY_OPG] = N_ ("OPG"),
    [RANKLE_BODY_FC] = N_ ("Fc"),
    [RANKLE_BODY_DENOSUMAB] = N_ ("Denosumab"),
    [RANKLE_BODY_PEPTIDE] = N_ ("Peptide"),
    [RANKLE_BODY_RANKL_STALK] = N_ ("RANKL"),
    [RANKLE_BODY_RANK_STALK] = N_ ("RANK"),
    [RANKLE_BODY_UPPER_MEMBRANE] = N_ ("Osteoblast side"),
    [RANKLE_BODY_LOWER_MEMBRANE] = N_ ("Osteoclast precursor"),
  };

  g_return_val_if_fail (body < RANKLE_N_BODIES, NULL);

  return part > 0 && has_crds (body) ? get_crd_name (part) : _ (names[body]);
}

static const char *
get_crd_note (RankleBody body, guint part)
{
  if (RANKLE_CRD_TOUCHES (part))
    return _ ("touches RANKL");
  if (part == 4 && body == RANKLE_BODY_RANK)
    return _ ("next to the membrane");
  return _ ("does not touch RANKL");
}

const char *
rankle_body_get_note (RankleBody body, guint part)
{
  static const char *const notes[RANKLE_N_BODIES] = {
    [RANKLE_BODY_RANKL] = N_ ("trimer, from 3URF"),
    [RANKLE_BODY_RANK] = N_ ("schematic"),
    [RANKLE_BODY_OPG] = N_ ("from 3URF"),
    [RANKLE_BODY_FC] = N_ ("schematic: OPG-Fc, a drug"),
    [RANKLE_BODY_DENOSUMAB] = N_ ("schematic: the half that binds"),
    [RANKLE_BODY_PEPTIDE] = N_ ("schematic: in place of OPG"),
    [RANKLE_BODY_RANKL_STALK] = N_ ("schematic"),
    [RANKLE_BODY_RANK_STALK] = N_ ("schematic"),
    [RANKLE_BODY_UPPER_MEMBRANE] = N_ ("carries RANKL"),
    [RANKLE_BODY_LOWER_MEMBRANE] = N_ ("carries RANK"),
  };

  g_return_val_if_fail (body < RANKLE_N_BODIES, NULL);

  return part > 0 && has_crds (body) ? get_crd_note (body, part) : _ (notes[body]);
}

const char *
rankle_body_get_card (RankleBody body)
{
  static const char *const cards[RANKLE_N_BODIES] = {
    [RANKLE_BODY_RANKL] = "rankl",
    [RANKLE_BODY_RANK] = "rank",
    [RANKLE_BODY_OPG] = "opg",
    [RANKLE_BODY_FC] = "opg",
    [RANKLE_BODY_DENOSUMAB] = "denosumab",
    [RANKLE_BODY_RANKL_STALK] = "rankl",
    [RANKLE_BODY_RANK_STALK] = "rank",
  };

  g_return_val_if_fail (body < RANKLE_N_BODIES, NULL);

  return cards[body];
}

/* ---- shares ---- */

char *
rankle_complex_share_in_words (const RankleComplexState *state, guint n)
{
  guint share;

  g_return_val_if_fail (state != NULL && n <= RANKLE_GROOVES, NULL);

  share = state->of_1000[n];
  return g_strdup_printf (ngettext ("%u in 1000 trimers is in this state now",
                                    "%u in 1000 trimers are in this state now", share),
                          share);
}

char *
rankle_complex_share_in_short (const RankleComplexState *state, guint n)
{
  g_return_val_if_fail (state != NULL && n <= RANKLE_GROOVES, NULL);

  /* Translators: %u is how many of 1000 trimers, beneath a small picture */
  return g_strdup_printf (_ ("%u in 1000"), state->of_1000[n]);
}

/* ---- the sentence ---- */

static const char *
get_head (guint picked)
{
  static const char *const heads[] = {
    N_ ("RANKL trimer without RANK"),
    N_ ("RANKL trimer with RANK in one of three grooves"),
    N_ ("RANKL trimer with RANK in two of three grooves"),
    N_ ("RANKL trimer with RANK in three of three grooves"),
  };

  return _ (heads[picked]);
}

static void
append_holder (GString *text, RankleHolder holder, guint n)
{
  if (n == 0 || holder == RANKLE_HOLDER_RANK)
    return;
  g_string_append (text, _ (", "));
  if (holder == RANKLE_HOLDER_FREE)
    g_string_append_printf (text, ngettext ("%u groove free", "%u grooves free", n), n);
  else
    /* Translators: %s is a molecule */
    g_string_append_printf (text, ngettext ("%s in %u groove", "%s in %u grooves", n),
                            rankle_holder_get_name (holder), n);
}

/* What is free, stands last. */
static void
append_holders (GString *text, const RankleComplexState *state)
{
  guint counts[RANKLE_N_HOLDERS] = { 0 };

  for (guint i = 0; i < RANKLE_GROOVES; i++)
    counts[state->grooves[i]]++;
  for (RankleHolder holder = 1; holder < RANKLE_N_HOLDERS; holder++)
    append_holder (text, holder, counts[holder]);
  append_holder (text, RANKLE_HOLDER_FREE, counts[RANKLE_HOLDER_FREE]);
}

/* Of the state that signals, how many have no RANK; of the others, how many signal. */
static void
append_shares (GString *text, const RankleComplexState *state)
{
  gboolean signals = state->picked == RANKLE_GROOVES;
  guint    share = state->of_1000[state->picked];
  guint    other = state->of_1000[signals ? 0 : RANKLE_GROOVES];

  g_string_append_printf (text,
                          ngettext ("%u of 1000 trimers is in it now",
                                    "%u of 1000 trimers are in it now", share),
                          share);
  g_string_append (text, _ ("; "));
  g_string_append_printf (text,
                          signals ? ngettext ("%u has none.", "%u have none.", other)
                                  : ngettext ("%u signals.", "%u signal.", other),
                          other);
}

static void
append_signal (GString *text, double ratio)
{
  if (!isfinite (ratio))
    return;
  g_string_append_c (text, ' ');
  g_string_append_printf (text,
                          /* Translators: %.*f is a number such as 1.5 */
                          _ ("The signal is %.*f times baseline."), ratio < 0.95 ? 2 : 1,
                          ratio);
}

char *
rankle_complex_sentence (const RankleComplexState *state)
{
  GString *text;

  g_return_val_if_fail (state != NULL, NULL);

  if (state->known != RANKLE_COMPLEX_SHOWN)
    return g_strdup (rankle_complex_complaint (state->known));
  text = g_string_new (get_head (state->picked));
  if (state->holders_known)
    append_holders (text, state);
  g_string_append (text, _ (". "));
  g_string_append (text, state->picked == RANKLE_GROOVES
                             ? _ ("This state signals.")
                             : _ ("This state does not signal."));
  g_string_append_c (text, ' ');
  append_shares (text, state);
  append_signal (text, state->signal);
  return g_string_free (text, FALSE);
}
