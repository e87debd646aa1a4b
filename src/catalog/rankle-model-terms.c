/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "rankle-model-terms.h"

#include "rankle-sbml-term.h"

RankleTerm *
rankle_model_read_glyph_term (RankleModel *model, const char *id)
{
  const char *term;

  g_return_val_if_fail (model != NULL && id != NULL, NULL);

  term = rankle_model_get_glyph_term (model, id);
  return rankle_model_read_term (model, term != NULL ? term : id);
}
