/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-diagram-state.h"
#include "rankle-trajectory.h"

G_BEGIN_DECLS

/**
 * RankleDiagramInput:
 *
 * What a perturbing agent of a map stands for: the control that bears its id, else the
 * parameter that does. A run has no column of it, but its protocol says where it stood.
 */
typedef struct
{
  const RankleControl *control;   /* (nullable) */
  int                  parameter; /* -1: it stands for nothing */
} RankleDiagramInput;

/* @glyph may be anything: what is no perturbing agent stands for nothing. */
RankleDiagramInput _rankle_diagram_input_find (const RankleModel *model,
                                               const RankleGlyph *glyph);
/* (nullable): in which it is told. */
const char *_rankle_diagram_input_get_unit (const RankleDiagramInput *input,
                                            const RankleModel        *model);
/* Where @run's protocol had it at @time, in that unit; and how much of what it can be. */
void _rankle_diagram_input_fill (const RankleDiagramInput *input,
                                 const RankleTrajectory   *run,
                                 double                    time,
                                 RankleGlyphState         *state);

G_END_DECLS
