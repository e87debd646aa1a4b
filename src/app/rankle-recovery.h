/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-window.h"

G_BEGIN_DECLS

/* What a crash has left is offered, over @window, which is the first one. */
void rankle_recovery_offer (RankleWindow *window);

G_END_DECLS
