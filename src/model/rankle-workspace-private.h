/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-workspace.h"

G_BEGIN_DECLS

/* As rankle-program.h has them, under the present parameters. */
const double *_rankle_workspace_get_registers (const RankleWorkspace *workspace);

G_END_DECLS
