/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-scenario.h"

G_BEGIN_DECLS

/* (transfer full): @arm in the words of @model, where its sidecar has some of its own
 * (RankleRendering); or NULL, and what of it cannot be said. All that is done in it, and
 * all that was seen, comes @shift days later than the arm says. That the model has all
 * controls that are left is not seen to. */
RankleScenario *rankle_rendering_put (RankleScenario *arm,
                                      RankleModel    *model,
                                      double         *shift,
                                      GError        **error);

G_END_DECLS
