/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-picture.h"

G_BEGIN_DECLS

/* Sessions and what they show, without a window. */

/* (transfer full): of a bundled model, with all evidence; @scenario (nullable): the one
 * that asks nothing. */
RankleSession *picture_open (const char *model, const char *scenario);
/* (transfer full): of a model whose Antimony text this is. */
RankleSession *picture_open_text (const char *text);
/* (transfer full): with a control moved. */
RankleSession *picture_move (RankleSession *session, const char *control, double value);
/* (transfer full): what was computed, if that is not all. */
RankleTrajectory *picture_run (RankleProtocol *protocol);
/* (transfer full): run, and laid out; @session is looked at as it says. */
RanklePicture *picture_make (RankleSession *session);
/* (transfer full): with what @wanted has beside the session and its runs. */
RanklePicture *picture_make_of (RankleSession *session, RanklePictureContent wanted);

G_END_DECLS
