/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-diagram.h"

G_BEGIN_DECLS

typedef enum
{
  RANKLE_GLYPH_NOT_SIMULATED,
  RANKLE_GLYPH_SIMULATED,
  RANKLE_GLYPH_KNOCKED_OUT, /* its making is switched off; some may be left */
} RankleGlyphStanding;

/**
 * RankleGlyphState:
 * @value: in @unit; NaN where it is not known
 * @ratio: value / baseline; NaN where there is no baseline to divide by
 * @of_nothing: there is a run, and the value is a share of nothing: it cannot be told
 * @is_beyond: likewise, and the value is out of its quantity's range: not to be read
 * @share: value / its peak in the run, 0 … 1: what fills the glyph when @ratio is NaN
 * @has_no_multiples: nothing is a multiple of it, as of °C: it is told beside @otherwise,
 * its value at baseline, and shaded as a ratio of @shade would be
 * @unit: (nullable): an interned string
 * @label: (nullable): an interned string: what stands there instead of the glyph's own
 * @is_held: it stays at its value whatever flows in or out
 * @is_alone: it is told by its value alone, and compared with nothing
 */
typedef struct
{
  RankleGlyphStanding standing;
  double              value;
  double              ratio;
  double              share;
  const char         *unit;
  const char         *label;
  gboolean            of_nothing, is_beyond, has_no_multiples;
  double              otherwise, shade;
  gboolean            is_alone, is_held;
} RankleGlyphState;

/* One state for each glyph of @diagram, all "not simulated" at first; and behind them one
 * for each arc: it is simulated if it has a term of the equations, and its ratio is how
 * much flows along it, over what does at baseline. NaN: that is not known, and it tells
 * of what drives it. Nothing else of these is used. */
RankleGlyphState *rankle_diagram_state_new (const RankleDiagram *diagram);
/* How many that are. */
guint rankle_diagram_state_count (const RankleDiagram *diagram);
static inline guint
rankle_diagram_state_of_arc (const RankleDiagram *diagram, guint arc)
{
  return rankle_diagram_get_n_glyphs (diagram) + arc;
}

const char *rankle_glyph_state_get_label (const RankleGlyphState *state,
                                          const RankleDiagram    *diagram,
                                          guint                   glyph);
/* All (transfer full). */
char *rankle_glyph_state_format_ratio (const RankleGlyphState *state); /* "×1.8", or "" */
char *
rankle_glyph_state_format_value (const RankleGlyphState *state); /* "4.0 pM", or "" */
/* "4.0 pM, 2.0 times baseline", or "" */
char *rankle_glyph_state_describe_amount (const RankleGlyphState *state);
/* "OPG, 4.0 pM, 2.0 times baseline" */
char *rankle_glyph_state_describe (const RankleDiagram    *diagram,
                                   guint                   glyph,
                                   const RankleGlyphState *state);
/* A line for every entity in reading order, then what regions say that hold none: the
 * picture as text. */
char *rankle_diagram_describe (const RankleDiagram    *diagram,
                               const RankleGlyphState *states);

/* -1: the ratio lies below the scale of colours, 1: above it. */
int rankle_glyph_state_get_excess (const RankleGlyphState *state);

/* TRUE when the two would be painted alike at any zoom. */
gboolean rankle_glyph_state_looks_like (const RankleGlyphState *a,
                                        const RankleGlyphState *b);

G_END_DECLS
