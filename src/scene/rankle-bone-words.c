/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rankle-bone-words.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* A year's gain or loss of less than this is none. */
#define STEADY 0.001

const char *
rankle_bone_complaint (RankleBoneKnown known)
{
  static const char *const complaints[] = {
    [RANKLE_BONE_SHOWN] = NULL,
    [RANKLE_BONE_NONE] = N_ ("This model has no bone volume."),
    [RANKLE_BONE_NOT_RUN] = N_ ("The run did not come so far."),
  };

  g_return_val_if_fail (known < G_N_ELEMENTS (complaints), NULL);

  return complaints[known] == NULL ? NULL : _ (complaints[known]);
}

/* Two digits, but no more of them behind the point than two. */
static char *
format_ratio (double ratio)
{
  return g_strdup_printf (ratio < 0.095 ? "%.2f" : ratio < 9.95 ? "%.1f" : "%.0f", ratio);
}

static void
add_cells (GString *words, const RankleBoneState *state)
{
  g_autofree char *clasts = format_ratio (state->ratios[RANKLE_BONE_OSTEOCLAST]);
  g_autofree char *blasts = format_ratio (state->ratios[RANKLE_BONE_OSTEOBLAST]);
  gboolean         has_clasts = isfinite (state->ratios[RANKLE_BONE_OSTEOCLAST]);
  gboolean         has_blasts = isfinite (state->ratios[RANKLE_BONE_OSTEOBLAST]);

  if (has_clasts && has_blasts)
    /* Translators: followed by other sentences; numbers, such as 1.6 */
    g_string_append_printf (words,
                            _ (" Osteoclasts %s times, osteoblasts %s times baseline."),
                            clasts, blasts);
  else if (has_clasts)
    g_string_append_printf (words, _ (" Osteoclasts %s times baseline."), clasts);
  else if (has_blasts)
    g_string_append_printf (words, _ (" Osteoblasts %s times baseline."), blasts);
}

static const char *
get_trend (const RankleBoneState *state)
{
  if (isnan (state->trend))
    return "";
  if (fabs (state->trend) < STEADY)
    return _ (" As much bone is built as is lost.");
  return state->trend < 0 ? _ (" More bone is lost than built.")
                          : _ (" More bone is built than lost.");
}

char *
rankle_bone_sentence (const RankleBoneState *state)
{
  GString *words;

  g_return_val_if_fail (state != NULL, NULL);

  if (state->known != RANKLE_BONE_SHOWN)
    return g_strdup (rankle_bone_complaint (state->known));
  words = g_string_new (NULL);
  g_string_append_printf (words, _ ("Bone volume %.0f percent, start %.0f."),
                          100 * state->fraction, 100 * state->start);
  add_cells (words, state);
  if (isfinite (state->mineral))
    g_string_append_printf (words, _ (" Mineral %.0f percent of full."),
                            100 * state->mineral);
  g_string_append (words, get_trend (state));
  return g_string_free (words, FALSE);
}

char *
rankle_bone_title (const RankleBoneState *state)
{
  g_return_val_if_fail (state != NULL, NULL);

  return state->known == RANKLE_BONE_SHOWN
             ? g_strdup_printf (_ ("Bone volume %.0f %%"), 100 * state->fraction)
             : NULL;
}

const char *
rankle_bone_subtitle (void)
{
  return _ ("Trabecular bone, 2.4 mm, illustrative; cells drawn larger than life");
}

char *
rankle_bone_start_in_words (const RankleBoneState *state)
{
  g_return_val_if_fail (state != NULL, NULL);

  return g_strdup_printf (_ ("Drawn as %.0f %% at the start"), 100 * state->start);
}

char *
rankle_bone_cells_in_words (const RankleBoneState *state, RankleBoneCellKind kind)
{
  g_autofree char *ratio = NULL;

  g_return_val_if_fail (state != NULL && kind < RANKLE_BONE_N_KINDS, NULL);

  if (state->known != RANKLE_BONE_SHOWN || !isfinite (state->ratios[kind]))
    return NULL;
  ratio = format_ratio (state->ratios[kind]);
  return g_strdup_printf (kind == RANKLE_BONE_OSTEOCLAST ? _ ("Osteoclasts ×%s")
                                                         : _ ("Osteoblasts ×%s"),
                          ratio);
}

char *
rankle_bone_mineral_in_words (const RankleBoneState *state)
{
  g_return_val_if_fail (state != NULL, NULL);

  return state->known == RANKLE_BONE_SHOWN && isfinite (state->mineral)
             ? g_strdup_printf (_ ("Mineral %.0f %%"), 100 * state->mineral)
             : NULL;
}
