/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "rankle-scene-error.h"

G_DEFINE_QUARK (rankle_scene_error_quark, rankle_scene_error)
