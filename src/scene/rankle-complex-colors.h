/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-complex.h"
#include "rankle-scene-theme.h"

G_BEGIN_DECLS

/* Of a part of a body, 0: of all. The parts of a receptor that touch RANKL are strong,
 * and the others, with what goes on from them, light. */
RankleSceneColor
rankle_complex_get_color (const RankleSceneTheme *theme, RankleBody body, guint part);

/* Of the membrane of the cell that hears the signal: from a quarter to four times
 * baseline's. @signal: NaN where it is not told. */
RankleSceneColor rankle_complex_get_tint (const RankleSceneTheme *theme, double signal);

G_END_DECLS
