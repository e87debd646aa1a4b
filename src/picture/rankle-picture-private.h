/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-picture.h"

G_BEGIN_DECLS

/* What picture and report show alike. Private to this folder. */

/* (transfer full): the title of what was asked, else that of the model. */
char *_rankle_picture_make_title (const RankleSession *session);
/* (transfer full): its title and version. */
char *_rankle_picture_name_model (const RankleModel *model);
/* (transfer full) (nullable): what becomes of it, or why it is not all. */
char *_rankle_picture_make_sentence (const RanklePictureContent *content);

/* (transfer full): RankleFinding: what was published of the run. */
GArray *_rankle_picture_list_findings (const RanklePictureContent *content);
/* (transfer container): the plots that are wanted, whoever puts them on a page owns them.
 * Their boxes are still to be given. */
GPtrArray *_rankle_picture_make_plots (const RanklePictureContent *content,
                                       const GArray               *findings);

/**
 * RanklePictureEntry:
 * @sample: of whoever puts it on a page
 * @words: (owned)
 *
 * A mark of the plots and what it means.
 */
typedef struct
{
  RanklePictureItem *sample;
  char              *words;
} RanklePictureEntry;

/* (transfer full): RanklePictureEntry */
GArray *_rankle_picture_list_entries (const RanklePictureContent *content,
                                      const GArray               *findings,
                                      const GPtrArray            *plots);

G_END_DECLS
