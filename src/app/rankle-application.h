/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define RANKLE_TYPE_APPLICATION (rankle_application_get_type ())
G_DECLARE_FINAL_TYPE (
    RankleApplication, rankle_application, RANKLE, APPLICATION, AdwApplication)

RankleApplication *rankle_application_new (void);
GSettings *
rankle_application_get_settings (RankleApplication *application); /* (nullable) */

G_END_DECLS
