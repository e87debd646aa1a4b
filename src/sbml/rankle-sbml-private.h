/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <sbml/SBMLTypes.h>

#include "rankle-sbml.h"

/* SBML out: shared by the rankle-sbml*.c files only. */

G_BEGIN_DECLS

/* A copy of what @model was compiled from, (transfer full), for changing. */
SBMLDocument_t *_rankle_sbml_copy_document (RankleModel *model);

/* Of parameter, compartment or species @id, in the place of a formula. */
void _rankle_sbml_set_value (Model_t *sbml, const char *id, double value);

/* (transfer full): the text of @document (transfer full), which is @model's. */
char *
_rankle_sbml_write (const RankleModel *model, SBMLDocument_t *document, GError **error);

/* rankle-sbml-units.c. The id of the unit of what has the id @id, or of that per time;
 * "" where the document does not tell. A unit that has no id yet gets one. (transfer
 * full) */
char *_rankle_sbml_unit_of (Model_t *sbml, const char *id);
char *_rankle_sbml_unit_per_time (Model_t *sbml, const char *id);

/* rankle-sbml-formula.c. @unit: "": none. A pair takes both of its parts. */
ASTNode_t *_rankle_sbml_make_name (const char *id);
ASTNode_t *_rankle_sbml_make_number (double value, const char *unit);
ASTNode_t *_rankle_sbml_make_pair (ASTNodeType_t type, ASTNode_t *a, ASTNode_t *b);

/* rankle-sbml-inflow.c. (transfer full): the id of a parameter, @value at the start, that
 * flows into @state from now on [its unit per time]. */
char *_rankle_sbml_add_inflow (Model_t *sbml, const char *state, double value);

/* An id that nothing in @sbml has: @stem, or that and a number. (transfer full) */
char *_rankle_sbml_new_id (Model_t *sbml, const char *stem);

G_END_DECLS
