/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "rankle-sbml-private.h"

ASTNode_t *
_rankle_sbml_make_name (const char *id)
{
  ASTNode_t *node = ASTNode_createWithType (AST_NAME);

  ASTNode_setName (node, id);
  return node;
}

ASTNode_t *
_rankle_sbml_make_number (double value, const char *unit)
{
  ASTNode_t *node = ASTNode_createWithType (AST_REAL);

  ASTNode_setReal (node, value);
  if (*unit != '\0')
    ASTNode_setUnits (node, unit);
  return node;
}

ASTNode_t *
_rankle_sbml_make_pair (ASTNodeType_t type, ASTNode_t *a, ASTNode_t *b)
{
  ASTNode_t *node = ASTNode_createWithType (type);

  ASTNode_addChild (node, a);
  ASTNode_addChild (node, b);
  return node;
}
