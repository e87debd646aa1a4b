/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "rankle-model-error.h"

G_DEFINE_QUARK (rankle-model-error-quark, rankle_model_error)
