/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-lanes.h"
#include "rankle-regimen.h"
#include "rankle-study.h"

G_BEGIN_DECLS

/* A switch of therapy, as one step of undo: the drug of @handle, a dose on @lanes, gives
 * way to @regimen, which can follow it (rankle_regimen_can_follow()). @lanes are of the
 * study's scenario. */
void rankle_study_switch_therapy (RankleStudy         *study,
                                  const RankleLanes   *lanes,
                                  guint                handle,
                                  const RankleRegimen *regimen);

G_END_DECLS
