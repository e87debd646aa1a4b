/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* libSBML has state that all its readers share (a registry of packages, the default
 * settings of the formula parser): one text is read at a time. */
void _rankle_text_lock (void);
void _rankle_text_unlock (void);

G_END_DECLS
