/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-model.h"

G_BEGIN_DECLS

/* A bundled model, compiled anew: the catalog would hand out the one it has. */
RankleModel *bench_compile_model (const char *id);

G_END_DECLS
